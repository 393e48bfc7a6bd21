// A response taken apart into sounds: {text, slotMs, beat}. A beat lasts its slot, whatever voice speaks; words last
// as long as their clip, or as long as Alexa is thought to need (skill/speech/timing.py).

const MS_PER_LETTER = 60;
const MS_PER_SENTENCE = 250;
const LETTERS_OF_NUMBER = { 1: 4, 2: 8, 3: 18 };

export function spokenMs(text) {
  if (!text) return 0;
  const sentences = Math.max(1, (text.match(/[.?!:]+(?=\s|$)/g) ?? []).length);
  const letters = text.replace(/\d+/g, (digits) => "x".repeat(LETTERS_OF_NUMBER[digits.length] ?? 6 * digits.length));
  return letters.length * MS_PER_LETTER + sentences * MS_PER_SENTENCE;
}

export function hear(response) {
  const reprompt = response.reprompt ?? {};
  const card = response.card ?? {};
  return {
    sounds: [...speech(response.outputSpeech), ...documents(response.directives)],
    reprompt: [...speech(reprompt.outputSpeech), ...documents(reprompt.directives)],
    listening: response.shouldEndSession === false,
    card: card.text ?? card.content ?? "",
    cardTitle: card.title ?? "",
  };
}

export function sentencesOf(text) {
  return text.split(/(?<=[.?!])\s+/).filter(Boolean);
}

function words(text) {
  return sentencesOf(text.replace(/\s+/g, " ").trim()).map((sentence) => ({ text: sentence, slotMs: null, beat: false }));
}

function speech(given) {
  if (!given) return [];
  if (given.type === "PlainText") return words(given.text);
  const root = new DOMParser().parseFromString(given.ssml, "application/xml").documentElement;
  const sounds = [];
  for (const node of root.childNodes) {
    if (node.nodeName === "break") addBreak(sounds, milliseconds(node.getAttribute("time") ?? "0s"));
    else sounds.push(...words(node.textContent));
  }
  return sounds;
}

function addBreak(sounds, ms) {
  const last = sounds.at(-1);
  if (!last) sounds.push({ text: "", slotMs: ms, beat: true });
  else if (last.beat) last.slotMs += ms;
  else sounds[sounds.length - 1] = { text: last.text, slotMs: spokenMs(last.text) + ms, beat: true };
}

function milliseconds(time) {
  return time.endsWith("ms") ? parseFloat(time) : parseFloat(time) * 1000;
}

function documents(directives) {
  return (directives ?? [])
    .filter((one) => one.type === "Alexa.Presentation.APLA.RenderDocument")
    .flatMap(({ document }) => document.mainTemplate.items.flatMap((item) => played(item, document, {})));
}

function played(item, document, values) {
  const value = (given) => (typeof given === "string" ? given.replace(/\$\{(\w+)\}/g, (_, name) => values[name] ?? "") : given);
  const inside = () => item.items.flatMap((one) => played(one, document, values));
  switch (item.type) {
    case "Sequencer":
      return inside();
    case "Mixer":
      return [mixed(inside())];
    case "Silence":
      return [{ text: "", slotMs: Number(value(item.duration)), beat: true }];
    case "Speech":
      return words(value(item.content));
    default: {
      const composition = document.compositions?.[item.type];
      if (!composition) return [];
      const given = Object.fromEntries((composition.parameters ?? []).map(({ name }) => [name, value(item[name])]));
      return composition.items.flatMap((one) => played(one, document, given));
    }
  }
}

function mixed(sounds) {
  const text = sounds.map((sound) => sound.text).filter(Boolean).join(" ");
  return { text, slotMs: Math.max(0, ...sounds.map((sound) => sound.slotMs ?? 0)), beat: true };
}

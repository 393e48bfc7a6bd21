// One conversation: utterances in, replies played, silence answered as Alexa does.

import { TRANSPORT } from "./audio_player.js";
import { hear } from "./heard.js";
import { Interrupted } from "./player.js";

const LISTENING_MS = 8000;
const LATENCY_MS = 2500; // from the end of the sound to the request, as on an Echo (docs/alexa-platform.md §2.3)

export class Conversation {
  #turn = 0;
  #waiting = null;
  #woken = false;

  constructor({ device, player, audio, stage, recording, changed }) {
    Object.assign(this, { device, player, audio, stage, recording, changed });
  }

  get clock() {
    return this.device.clock;
  }

  /** Say something; resolves when the reply has been played and the microphone is open, or the session is over. */
  async say(text) {
    let replied;
    this.replied = new Promise((resolve) => (replied = resolve));
    try {
      await this.#say(text, replied);
    } finally {
      replied();
    }
  }

  /** Stop everything without a word. */
  leave() {
    this.#turn++;
    this.#cancelWait?.();
    this.player.stop();
    return this.device.exit("USER_INITIATED");
  }

  async #say(text, replied) {
    const turn = this.#begin(text);
    const found = await post("/simulator/understand", { text });
    if (turn !== this.#turn) return;
    this.stage.you(text, understood(found));
    const forPlayer = this.audio.used && TRANSPORT.has(found.intent?.name);
    if (found.kind !== "launch" && !found.opens && !this.device.session && !forPlayer) {
      this.audio.duck(false);
      this.stage.note("Alexa did not pass this on: the conversation is over. Say “open spine coach”.");
      this.stage.microphone("closed", "The microphone is closed");
      return;
    }
    if (found.kind === "exit") return this.end("USER_INITIATED");
    const response = await (found.kind === "launch" ? this.device.launch() : this.device.intent(found.intent, found.opens));
    this.changed();
    replied();
    if (turn === this.#turn) await this.#answer(hear(response), turn);
    this.audio.duck(false);
    await this.audio.take(response.directives);
    if (this.audio.playing) this.clock.run(this.player.speed);
  }

  /** The wake word: the coach falls silent and listens. */
  wake() {
    if (!this.player.playing || !this.device.session) return;
    this.#woken = true;
    const turn = ++this.#turn;
    this.player.stop();
    this.clock.run(0);
    this.#listen({ reprompt: [] }, turn);
  }

  async end(reason) {
    const wasOpen = this.device.session !== null;
    this.#turn++;
    this.#cancelWait?.();
    this.player.stop();
    this.stage.microphone("closed", "The microphone is closed");
    await this.device.exit(reason);
    if (wasOpen) this.stage.note("The session is over.");
    this.clock.run(1);
    this.changed();
  }

  /** Skip to the next question, or over the silence after it. */
  skip() {
    if (this.player.playing) this.player.skip();
    else this.#waiting?.();
  }

  #begin(text) {
    const interrupts = this.player.playing || this.#woken;
    this.#turn++;
    this.player.stop();
    this.#cancelWait?.();
    if (interrupts) this.recording.add("wait", String(Math.round((this.clock.now() - this.repliedAt + LATENCY_MS) / 1000)));
    if (interrupts) this.clock.advance(LATENCY_MS);
    this.#woken = false;
    this.audio.duck(true);
    this.recording.add("patient", text);
    this.stage.microphone("closed", "Alexa is thinking");
    return this.#turn;
  }

  async #answer(heard, turn) {
    this.repliedAt = this.clock.now();
    const text = heard.sounds.filter((sound) => !sound.beat).map((sound) => sound.text).join(" ");
    this.recording.add("coach", heard.sounds.map((sound) => sound.text).filter(Boolean).join(" "));
    this.stage.coachBegins();
    this.stage.countBegins();
    this.stage.announce(text);
    if (heard.card) this.stage.card(heard.cardTitle, heard.card);
    if (await this.#played(heard.sounds, turn)) await this.#listen(heard, turn);
  }

  async #played(sounds, turn) {
    this.stage.microphone("speaking", "Spine Coach is speaking. Esc interrupts.");
    try {
      await this.player.play(sounds);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
    this.clock.run(turn === this.#turn ? 1 : this.clock.speed);
    return turn === this.#turn;
  }

  async #listen(heard, turn) {
    if (!this.device.session) {
      this.stage.microphone("closed", "The microphone is closed");
      this.changed();
      return;
    }
    this.stage.microphone("open", "Listening");
    this.silence = this.#silent(heard, turn);
  }

  async #silent(heard, turn) {
    if (!(await this.#wait(turn))) return;
    if (heard.reprompt.length) {
      this.stage.coachBegins();
      this.stage.announce(heard.reprompt.filter((sound) => !sound.beat).map((sound) => sound.text).join(" "));
      if (!(await this.#played(heard.reprompt, turn))) return;
      this.stage.microphone("open", "Listening again");
      if (!(await this.#wait(turn))) return;
    }
    await this.end("EXCEEDED_MAX_REPROMPTS");
  }

  /** Wait eight seconds for somebody to speak; false when somebody did. Typing keeps the microphone open. */
  async #wait(turn) {
    this.clock.run(1);
    const until = this.clock.now().getTime() + LISTENING_MS;
    await new Promise((resolve) => {
      const check = setInterval(() => {
        const typing = document.getElementById("utterance").value !== "";
        if (turn !== this.#turn || (!typing && this.clock.now().getTime() >= until)) finish();
      }, 100);
      const finish = () => {
        clearInterval(check);
        this.#waiting = this.#cancelWait = null;
        resolve();
      };
      this.#cancelWait = finish;
      this.#waiting = () => {
        this.clock.advance(Math.max(0, until - this.clock.now().getTime()));
        finish();
      };
    });
    return turn === this.#turn;
  }

  #cancelWait = null;
}

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

function understood({ kind, intent, how, confidence }) {
  if (kind !== "intent") return "";
  const slots = Object.values(intent.slots).filter((slot) => slot.value).map((slot) => `${slot.name} ${slot.value}`);
  return `${[intent.name, ...slots].join(", ")} (${how}, ${Math.round(confidence * 100)} %)`;
}

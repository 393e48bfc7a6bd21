// The page's side of the pretend Echo (skill/simulator/device.py): it tells the server what was said and how much time
// has passed, and plays the timeline that comes back. It decides nothing.

const NEXT_BEAT_MS = 2000; // a clip is put on the beat this long before

export class Echo {
  #room = crypto.randomUUID();
  #turn = 0;
  #asked = Promise.resolve();
  #sounding = false;
  #wakes = null;
  #since = 0; // seconds since the last reply began, before the timeline that is being played
  speed = 1;

  constructor({ clock, voice, stage, guide, setting, told }) {
    Object.assign(this, { clock, voice, stage, guide, setting, told });
    this.lines = [];
    this.played = Promise.resolve();
  }

  get speaking() {
    return this.#sounding;
  }

  /** Settled when the server has answered everything that was asked. */
  get answered() {
    return this.#asked;
  }

  /** Do what the Echo can do, or say something, and play what follows. Resolves when it has been played. */
  async do(action, passed = null) {
    const turn = ++this.#turn;
    const heard = this.#asked.then(() => this.#ask(action, passed));
    this.#asked = heard.catch(() => {});
    const answer = await heard;
    if (turn !== this.#turn) return;
    this.played = this.#play(answer, turn);
    await this.played;
  }

  say(text, more = {}) {
    return this.do({ say: text, ...more });
  }

  /** Play faster or slower from now on; silence takes its own time. */
  setSpeed(speed) {
    this.speed = speed;
    this.guide.speed = speed;
    if (this.#sounding) this.clock.speed = speed;
    else if (this.guide.playing) this.clock.speed = this.guide.speed;
    this.stage.setSpeed(speed);
    this.voice.stop();
  }

  /** The wake word: the coach falls silent, the microphone is open, and time stands still for who wants to speak. */
  async wake() {
    if (!this.#sounding || !this.listens) return;
    const turn = ++this.#turn;
    this.#hush();
    this.clock.hold("woken");
    this.stage.microphone("open", "Listening");
    await new Promise((resolve) => (this.#wakes = setTimeout(resolve, this.listeningSeconds * 1000)));
    if (turn === this.#turn && !this.stage.typing) await this.do({ leave: "EXCEEDED_MAX_REPROMPTS" });
  }

  /** Go to the open microphone, or over the silence after it. */
  skip() {
    this.voice.stop();
    this.clock.hold("word", false);
    this.clock.moveTo(this.#sounding ? this.end : (this.againIn ?? this.clock.position));
  }

  /** Resolve *seconds* after the last reply began. */
  async passes(seconds) {
    while (this.#since + this.clock.position < seconds) {
      const since = this.#since;
      await this.clock.until(seconds - since, () => since !== this.#since);
      await this.answered;
    }
  }

  /** Leave without a word. */
  close() {
    this.#turn++;
    this.#hush();
    post("/simulator/echo", { room: this.#room, ...this.setting(), leave: "USER_INITIATED" }).catch(() => {});
  }

  async #ask(action, exactly) {
    const passes = Object.keys(action).length === 0;
    this.#hush();
    if (!passes) this.guide.pause();
    if (action.say) this.stage.microphone("closed", "Alexa is thinking");
    const passed = exactly ?? this.clock.position;
    this.clock.hold("asking");
    const answer = await post("/simulator/echo", { room: this.#room, ...this.setting(), passed, ...action });
    this.#since = passes ? this.#since + passed : 0;
    this.clock.begin(new Date(answer.now));
    this.lines.push(...answer.lines);
    this.againIn = answer.again_in;
    this.listeningSeconds = answer.listening_seconds;
    const microphones = answer.timeline.filter(({ kind }) => kind === "microphone");
    this.end = microphones[0]?.at ?? 0;
    this.listens = microphones.some(({ open }) => open);
    this.told(answer);
    return answer;
  }

  #hush() {
    if (this.#sounding && this.clock.position > this.end) this.clock.moveTo(this.end);
    this.#sounding = false;
    clearTimeout(this.#wakes);
    this.voice.stop();
    this.stage.silent();
    this.clock.stir();
  }

  async #play({ timeline }, turn) {
    const stale = () => turn !== this.#turn;
    this.#sounding = this.end > 0;
    this.clock.speed = this.#sounding ? this.speed : 1;
    this.stage.announce(timeline.filter(({ kind }) => kind === "speech").map(({ text }) => text).join(" "));
    if (this.#sounding) this.stage.microphone("speaking", "Spine Coach is speaking. Esc interrupts.");
    for (const [index, moment] of timeline.entries()) {
      await this.clock.until(moment.at, stale);
      if (stale()) return;
      await this.#happen(moment, timeline.slice(index + 1, index + 4), stale);
      if (stale()) return;
    }
    this.#sounding = false;
    this.clock.moveTo(this.end); // at a high speed it is past it already
    this.clock.speed = this.guide.playing ? this.guide.speed : 1;
    this.stage.silent();
    if (this.againIn !== null) this.#goOn(stale);
  }

  /** Let time pass until the Echo does something by itself. */
  async #goOn(stale) {
    await this.clock.until(this.againIn, stale);
    if (!stale()) this.do({}, this.againIn).catch(() => {});
  }

  async #happen(moment, next, stale) {
    for (const later of next) if (later.text && this.voice.hears(this.clock.speed)) this.voice.clip(later.text);
    if (moment.kind === "speech") return this.#speak(moment, stale);
    if (moment.kind === "beat") return this.#beat(moment, next[0]);
    if (moment.kind === "player") return this.guide.play(moment, this.clock);
    return this.stage.show(moment);
  }

  /** Words last as long as this voice needs for them; the timeline waits for them, and never lags behind. */
  async #speak(moment, stale) {
    const clip = this.voice.hears(this.clock.speed) ? await this.voice.clip(moment.text) : null;
    if (stale()) return;
    const seconds = clip?.duration ?? moment.lasts;
    this.stage.sound(moment, seconds, this.clock.speed);
    if (!clip) return;
    this.clock.hold("word");
    await this.voice.play(clip, this.clock.speed);
    this.clock.hold("word", false);
    if (!stale() && this.clock.position < moment.at + moment.lasts) this.clock.moveTo(moment.at + moment.lasts);
  }

  /** A beat waits for nobody. Its clip was put on it by the beat before, unless it is the first. */
  async #beat(moment, next) {
    this.stage.sound(moment, moment.lasts, this.clock.speed);
    if (!this.voice.hears(this.clock.speed)) return;
    if (!moment.set) this.voice.play(this.voice.ready(moment.text), this.clock.speed);
    if (next?.kind === "beat" && next.text) this.#set(next);
  }

  async #set(next) {
    next.set = true;
    const clip = await this.voice.clip(next.text);
    const ms = this.clock.msUntil(next.at);
    if (ms > NEXT_BEAT_MS) await new Promise((resolve) => setTimeout(resolve, ms - NEXT_BEAT_MS));
    if (this.#sounding) this.voice.play(clip, this.clock.speed, Math.max(0, this.clock.msUntil(next.at)) / 1000);
  }
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

// The bundled voice: clips from the server, played with WebAudio. Without them the page is silent, and says so.

const PATIENCE_MS = 1500; // later than this a clip is not waited for, and its words are only shown
const FASTEST = 4;

export class Voice {
  #clips = new Map();
  #ready = new Map();
  #context = null;
  #playing = new Set();
  available = true;
  on = true;

  wake() {
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") this.#context.resume().catch(() => {});
  }

  /** Whether anything is heard at *speed*. */
  hears(speed) {
    return this.on && this.available && this.#context !== null && speed <= FASTEST;
  }

  /** Forget every clip: a patient's own words may be among them. */
  clear() {
    this.#clips.clear();
    this.#ready.clear();
  }

  /** Return the clip of a text if it is here already; null otherwise. */
  ready(text) {
    return this.#ready.get(text) ?? null;
  }

  /** Return the clip of a text, an AudioBuffer; null when there is no voice. */
  clip(text) {
    if (!this.on || !this.available || !this.#context || !text) return Promise.resolve(null);
    if (!this.#clips.has(text)) this.#clips.set(text, this.#made(text));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
    return Promise.race([this.#clips.get(text), late]);
  }

  /** Play a clip, faster when *speed* is above 1, *seconds* from now. Resolves when it is over or stopped. */
  play(buffer, speed, seconds = 0) {
    if (!buffer || !this.on) return Promise.resolve();
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = speed;
    source.connect(this.#context.destination);
    this.#playing.add(source);
    source.start(this.#context.currentTime + seconds);
    return new Promise((resolve) => {
      source.onended = () => {
        this.#playing.delete(source);
        resolve();
      };
    });
  }

  stop() {
    for (const source of this.#playing) source.stop(); // "onended" follows
  }

  async #made(text) {
    try {
      const answer = await fetch("/simulator/clip", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text }),
      });
      if (answer.status === 200) return this.#kept(text, await this.#context.decodeAudioData(await answer.arrayBuffer()));
    } catch {
      // no voice is no reason to stop
    }
    this.available = false;
    document.dispatchEvent(new CustomEvent("voice-missing"));
    return null;
  }

  #kept(text, clip) {
    this.#ready.set(text, clip);
    return clip;
  }
}

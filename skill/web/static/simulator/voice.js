// The bundled voice: clips from the server, played with WebAudio. Without them the page is silent, and says so.

const PATIENCE_MS = 1500; // later than this a clip is not waited for, and its words are only shown

export class Voice {
  #clips = new Map();
  #context = null;
  #playing = new Set();
  available = true;
  on = true;

  wake() {
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") this.#context.resume().catch(() => {});
  }

  /** Return the clip of a text, an AudioBuffer; null when there is no voice. */
  clip(text) {
    if (!this.on || !this.available || !this.#context || !text) return Promise.resolve(null);
    if (!this.#clips.has(text)) this.#clips.set(text, this.#made(text));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
    return Promise.race([this.#clips.get(text), late]);
  }

  /** Play a clip from now on, faster when *speed* is above 1. */
  play(buffer, speed) {
    if (!buffer || !this.on) return;
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = speed;
    source.connect(this.#context.destination);
    source.onended = () => this.#playing.delete(source);
    this.#playing.add(source);
    source.start();
  }

  stop() {
    for (const source of this.#playing) source.stop();
    this.#playing.clear();
  }

  async #made(text) {
    try {
      const answer = await fetch("/simulator/clip", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text }),
      });
      if (answer.status === 200) return await this.#context.decodeAudioData(await answer.arrayBuffer());
    } catch {
      // no voice is no reason to stop
    }
    this.available = false;
    document.dispatchEvent(new CustomEvent("voice-missing"));
    return null;
  }
}

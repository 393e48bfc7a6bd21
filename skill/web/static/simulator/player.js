// Plays sounds one after the other on the beat. Each beat starts at its own time, reckoned from the first, so that
// nothing drifts.

import { spokenMs } from "./heard.js";

const FASTEST_VOICE = 4;
const AHEAD = 3;
const LATEST_CLIP_MS = 100;

export class Interrupted extends Error {}

export class Player {
  #stop = null;
  #skipping = false;

  constructor(clock, voice, show) {
    this.clock = clock;
    this.voice = voice;
    this.show = show;
    this.speed = 1;
  }

  get playing() {
    return this.#stop !== null;
  }

  /** Play *sounds*; rejects with Interrupted when stop() is called. */
  async play(sounds) {
    const stopped = new Promise((_, reject) => (this.#stop = () => reject(new Interrupted())));
    stopped.catch(() => {});
    this.#skipping = false;
    this.clock.run(this.speed);
    try {
      await Promise.race([this.#all(sounds), stopped]);
    } finally {
      this.#stop = null;
      this.voice.stop();
      this.show.silent();
    }
  }

  stop() {
    this.#stop?.();
  }

  /** Let the rest of what is playing take no time. */
  skip() {
    this.#skipping = true;
    this.voice.stop();
    this.wakeUp?.();
  }

  setSpeed(speed) {
    this.speed = speed;
    if (this.playing) this.clock.run(speed);
    this.voice.stop();
    this.wakeUp?.();
  }

  async #all(sounds) {
    const stop = this.#stop;
    let due = 0;
    for (const [index, sound] of sounds.entries()) {
      for (const later of sounds.slice(index + 1, index + 1 + AHEAD)) this.#clip(later);
      const onTheBeat = sound.beat && due > 0;
      const clip = onTheBeat ? null : await this.#clip(sound);
      if (this.#stop !== stop) return;
      if (!onTheBeat) due = this.clock.now().getTime();
      const lasting = sound.slotMs ?? (clip ? clip.duration * 1000 : spokenMs(sound.text));
      this.show.sound(sound, lasting, this.speed);
      if (onTheBeat) this.#playIfReady(sound);
      else if (!this.#skipping) this.voice.play(clip, this.speed);
      due += lasting;
      await this.#until(due, stop);
      if (this.#stop !== stop) return;
    }
  }

  /** A beat waits for nobody: a clip that is not there when its beat comes is not heard. */
  async #playIfReady(sound) {
    const beat = performance.now();
    const clip = await this.#clip(sound);
    if (this.playing && !this.#skipping && performance.now() - beat < LATEST_CLIP_MS) this.voice.play(clip, this.speed);
  }

  #clip(sound) {
    return this.speed > FASTEST_VOICE || this.#skipping ? Promise.resolve(null) : this.voice.clip(sound.text);
  }

  async #until(due, stop) {
    let left;
    while (this.#stop === stop && (left = due - this.clock.now().getTime()) > 0) {
      if (this.#skipping) {
        this.clock.advance(left);
        return;
      }
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, left / this.speed);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

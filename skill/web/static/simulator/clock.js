// The place in the timeline that is being played, in seconds. It runs with the speed of playing, stands still while
// somebody thinks or types, and can be moved.

const WAKE_EARLY_MS = 5; // timers are late by a few milliseconds; the rest is waited out

export class Clock {
  #began = new Date(); // when the timeline began, in the time of the room
  #position = 0;
  #since = performance.now();
  #speed = 1;
  #holds = new Set();
  #wake = new Set();

  /** Begin a new timeline at *began*. */
  begin(began) {
    this.#began = began;
    this.#holds.clear();
    this.moveTo(0);
  }

  get position() {
    return this.#position + (this.#holds.size ? 0 : ((performance.now() - this.#since) / 1000) * this.#speed);
  }

  get now() {
    return new Date(this.#began.getTime() + this.position * 1000);
  }

  get speed() {
    return this.#speed;
  }

  set speed(speed) {
    this.moveTo(this.position);
    this.#speed = speed;
  }

  moveTo(position) {
    this.#position = position;
    this.#since = performance.now();
    for (const wake of this.#wake) wake();
  }

  /** Stand still for *reason*, until none is left. */
  hold(reason, holds = true) {
    const position = this.position;
    if (holds) this.#holds.add(reason);
    else this.#holds.delete(reason);
    this.moveTo(position);
  }

  /** How many milliseconds there are from now until *position*. */
  msUntil(position) {
    return ((position - this.position) / this.#speed) * 1000;
  }

  /** Resolve at *position*, on the millisecond. */
  async until(position, stale) {
    let left;
    while (!stale() && (left = this.#holds.size ? Infinity : this.msUntil(position)) > 0) {
      if (left > WAKE_EARLY_MS) await this.#pause(left - WAKE_EARLY_MS);
      else while (this.msUntil(position) > 0);
    }
  }

  #pause(ms) {
    return new Promise((resolve) => {
      const timer = Number.isFinite(ms) ? setTimeout(() => wake(), ms) : null;
      const wake = () => {
        clearTimeout(timer);
        this.#wake.delete(wake);
        resolve();
      };
      this.#wake.add(wake);
    });
  }

  /** Let everything that waits look again. */
  stir() {
    this.moveTo(this.position);
  }
}

// The simulator's own time: it runs with the speed of playing, stands still while somebody thinks, and can be moved.

export class Clock {
  #base = Date.now();
  #since = performance.now();
  #speed = 1;

  now() {
    return new Date(this.#base + (performance.now() - this.#since) * this.#speed);
  }

  get speed() {
    return this.#speed;
  }

  run(speed) {
    this.advance(0);
    this.#speed = speed;
  }

  advance(milliseconds) {
    this.#base = this.now().getTime() + milliseconds;
    this.#since = performance.now();
  }

  moveTo(moment) {
    this.advance(Math.max(0, moment.getTime() - this.now().getTime()));
  }
}

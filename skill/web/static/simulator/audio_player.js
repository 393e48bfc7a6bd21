// Alexa's AudioPlayer: one stream and a queue, and the events that a skill gets about them.

const FASTEST_RATE = 16; // what browsers take
const NEARLY_FINISHED_MS = 1000;
const QUIET = 0.2;

/** What Alexa passes on to the skill that played last, even without a session. */
export const TRANSPORT = new Set(
  ["Pause", "Resume", "Next", "Previous", "StartOver", "Repeat", "LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff", "Stop", "Cancel"].map(
    (name) => `AMAZON.${name}Intent`,
  ),
);

export class AudioPlayer {
  #audio = new Audio();
  #queue = [];
  #stream = null;
  #activity = "IDLE";
  #soon = null;

  /** *send* sends an event to the skill and returns the directives of its response. */
  constructor(send, shown) {
    this.send = send;
    this.shown = shown;
    this.#audio.preservesPitch = true;
    this.#audio.addEventListener("ended", () => this.#finished());
    this.#audio.addEventListener("error", () => this.#stream && this.#failed());
  }

  get used() {
    return this.#stream !== null;
  }

  get playing() {
    return this.#activity === "PLAYING";
  }

  get context() {
    if (!this.#stream) return { playerActivity: this.#activity };
    return { token: this.#stream.token, offsetInMilliseconds: this.#offset, playerActivity: this.#activity };
  }

  async take(directives = []) {
    for (const directive of directives) {
      if (directive.type === "AudioPlayer.Play") await this.#play(directive);
      if (directive.type === "AudioPlayer.Stop") await this.stop();
      if (directive.type === "AudioPlayer.ClearQueue") await this.#clear(directive.clearBehavior);
    }
  }

  async stop() {
    if (!this.playing) return;
    this.#audio.pause();
    this.#activity = "STOPPED";
    clearTimeout(this.#soon);
    this.shown(null);
    await this.#event("PlaybackStopped");
  }

  /** Be quieter while somebody speaks. */
  duck(quiet) {
    this.#audio.volume = quiet ? QUIET : 1;
  }

  setSpeed(speed) {
    this.#audio.playbackRate = Math.min(speed, FASTEST_RATE);
  }

  /** Forget everything, without a word to the skill. */
  clear() {
    this.#queue = [];
    this.#stream = null;
    this.#activity = "IDLE";
    clearTimeout(this.#soon);
    this.#audio.pause();
    this.shown(null);
  }

  get #offset() {
    return Math.round(this.#audio.currentTime * 1000);
  }

  async #play({ playBehavior, audioItem }) {
    if (playBehavior === "ENQUEUE") {
      const last = this.#queue.at(-1)?.stream ?? this.#stream;
      if (audioItem.stream.expectedPreviousToken === last?.token) this.#queue.push(audioItem);
      return;
    }
    this.#queue = [];
    if (playBehavior === "REPLACE_ENQUEUED" && this.playing) {
      this.#queue.push(audioItem);
      return;
    }
    await this.stop();
    await this.#start(audioItem);
  }

  async #start({ stream, metadata }) {
    this.#stream = stream;
    const rate = this.#audio.playbackRate;
    this.#audio.src = new URL(stream.url).pathname; // the skill's guides are this server's
    this.#audio.currentTime = (stream.offsetInMilliseconds ?? 0) / 1000;
    this.#audio.playbackRate = rate;
    try {
      await this.#audio.play();
    } catch {
      return; // "error" says why
    }
    this.#activity = "PLAYING";
    this.shown(metadata?.title ?? "Audio");
    await this.#event("PlaybackStarted");
    this.#soon = setTimeout(() => this.#event("PlaybackNearlyFinished"), NEARLY_FINISHED_MS / this.#audio.playbackRate);
  }

  async #finished() {
    this.#activity = "FINISHED";
    await this.#event("PlaybackFinished");
    this.shown(null);
    const next = this.#queue.shift();
    if (next) await this.#start(next);
  }

  #failed() {
    this.#activity = "STOPPED";
    this.shown(null);
    const error = { type: "MEDIA_ERROR_INVALID_REQUEST", message: "the file cannot be played" };
    return this.#event("PlaybackFailed", { error, currentPlaybackState: this.context });
  }

  async #clear(behavior) {
    this.#queue = [];
    if (behavior === "CLEAR_ALL") await this.stop();
    await this.take(await this.send({ type: "AudioPlayer.PlaybackQueueCleared" }));
  }

  async #event(name, more = {}) {
    const { token, offsetInMilliseconds } = this.context;
    const place = name === "PlaybackFailed" ? { token } : { token, offsetInMilliseconds };
    await this.take(await this.send({ type: `AudioPlayer.${name}`, ...place, ...more }));
  }
}

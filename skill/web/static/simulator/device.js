// A pretend Echo: it sends what an Echo sends, and keeps Alexa's session as Alexa does (skill/simulator/device.py).

export class Device {
  constructor(clock, patient, options) {
    this.clock = clock;
    this.patient = patient;
    this.options = options;
    this.session = null;
    this.lastRequest = null;
    this.lastResponse = null;
  }

  get userId() {
    return `amzn1.ask.account.SIMULATOR.${this.patient}`;
  }

  /** What the device is set to: the skill learns it as if from Alexa's settings API (skill/simulator/settings.py). */
  get timeZone() {
    return this.options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  launch() {
    this.session = null;
    return this.#converse({ type: "LaunchRequest" });
  }

  intent(intent, opens) {
    if (opens) this.session = null;
    return this.#converse({ type: "IntentRequest", dialogState: "COMPLETED", intent });
  }

  /** Send a request that is no part of a conversation, and return the response's directives. */
  async event(request) {
    const session = this.session;
    this.session = null;
    const sent = this.#send(request);
    this.session = session;
    return (await sent).response?.directives ?? [];
  }

  async exit(reason) {
    if (!this.session) return;
    const ending = this.#send({ type: "SessionEndedRequest", reason });
    this.session = null;
    await ending;
  }

  async #converse(request) {
    this.session ??= { id: `amzn1.echo-api.session.${crypto.randomUUID()}`, attributes: {}, isNew: true };
    const session = this.session;
    const envelope = await this.#send(request);
    const response = envelope.response ?? {};
    session.attributes = envelope.sessionAttributes ?? {};
    session.isNew = false;
    if (response.shouldEndSession !== false && this.session === session) this.session = null;
    return response;
  }

  async #send(request) {
    this.lastRequest = this.#envelope(request);
    const answer = await fetch("/alexa", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Simulator-Time": this.clock.now().toISOString() },
      body: JSON.stringify(this.lastRequest),
    });
    if (!answer.ok) throw new Error(`the skill answered ${answer.status}`);
    this.lastResponse = await answer.json();
    return this.lastResponse;
  }

  #envelope(request) {
    const application = { applicationId: "amzn1.ask.skill.simulator" };
    const user = { userId: this.userId };
    const supportedInterfaces = { AudioPlayer: {} };
    if (this.options.screen) supportedInterfaces["Alexa.Presentation.APL"] = { runtime: { maxVersion: "2024.3" } };
    const device = { deviceId: `amzn1.ask.device.SIMULATOR.${this.timeZone}`, supportedInterfaces };
    const envelope = {
      version: "1.0",
      context: {
        System: {
          application,
          user,
          device,
          apiEndpoint: "https://api.amazonalexa.com",
          apiAccessToken: `simulator time zone ${this.timeZone}`,
        },
        ...(this.audio ? { AudioPlayer: this.audio.context } : {}),
      },
      request: {
        requestId: `amzn1.echo-api.request.${crypto.randomUUID()}`,
        timestamp: this.clock.now().toISOString().replace(/\.\d+Z$/, "Z"),
        locale: this.options.locale,
        ...request,
      },
    };
    if (this.session) {
      const { id, attributes, isNew } = this.session;
      envelope.session = { new: isNew, sessionId: id, attributes, application, user };
    }
    return envelope;
  }
}

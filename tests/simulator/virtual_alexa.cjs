// npm's virtual-alexa on a pipe: what is said comes in as a line of JSON, the skill's response goes out as one.
// node virtual_alexa.cjs PACKAGE_FOLDER INTERACTION_MODEL SKILL_URL

const readline = require("node:readline");

const [packageFolder, interactionModel, skillUrl] = process.argv.slice(2);
const { VirtualAlexa } = require(packageFolder);
const REASONS = ["ERROR", "EXCEEDED_MAX_REPROMPTS", "USER_INITIATED"]; // its SessionEndedReason, which it does not export
const alexa = VirtualAlexa.Builder()
  .applicationID("amzn1.ask.skill.virtual-alexa")
  .interactionModelFile(interactionModel)
  .skillURL(skillUrl)
  .create();

function asUser(userId) {
  alexa.filter((envelope) => {
    envelope.context.System.user.userId = userId;
    if (envelope.session) envelope.session.user.userId = userId;
  });
}

async function responseTo({ type, intent, slots, userId, reason, newSession }) {
  asUser(userId);
  if (newSession && alexa.context().activeSession()) alexa.context().endSession();
  if (type === "SessionEndedRequest") return alexa.endSession(REASONS.indexOf(reason));
  if (type === "LaunchRequest") return alexa.launch();
  const request = alexa.request().intent(intent);
  for (const [name, value] of Object.entries(slots)) request.slot(name, value);
  return request.send();
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = await responseTo(JSON.parse(line));
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

main();

// `.dialogue` files: what was said, so that it can be said again (skill/simulator/transcript.py).

export class Recording {
  lines = [];

  add(verb, text) {
    if (text) this.lines.push(`${verb.padEnd(8)} ${text.replace(/\s+/g, " ")}`);
  }

  get text() {
    return `# Saved in the simulator.\n${this.lines.join("\n")}\n`;
  }
}

/** Yield {verb, text} for the lines of a file that a person can do: patient, wait, until. */
export function* steps(text) {
  for (const raw of text.split(/\r?\n/)) {
    const found = raw.trim().match(/^(patient|wait|until)\s+(.+)$/);
    if (found) yield { verb: found[1], text: found[2] };
  }
}

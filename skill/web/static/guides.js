// Chapters that jump, and a transcript that follows the voice. Without this file one can still listen and download.

const stamp = /(?:(\d+):)?(\d+):(\d+\.\d+) --> /;

for (const recording of document.querySelectorAll(".recording")) {
  const audio = recording.querySelector("audio");
  makeChaptersJump(recording, audio);
  makeTranscriptFollow(recording, audio);
  audio.addEventListener("play", () => pauseOthers(audio));
}

function pauseOthers(playing) {
  for (const audio of document.querySelectorAll("audio")) {
    if (audio !== playing) audio.pause();
  }
}

function makeChaptersJump(recording, audio) {
  const chapters = [...recording.querySelectorAll(".chapters li")];
  for (const chapter of chapters) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...chapter.childNodes);
    button.addEventListener("click", () => playFrom(audio, Number(chapter.dataset.start)));
    chapter.replaceChildren(button);
  }
  audio.addEventListener("timeupdate", () => {
    const current = chapters.findLast((chapter) => Number(chapter.dataset.start) <= audio.currentTime);
    for (const chapter of chapters) {
      if (chapter === current && audio.currentTime > 0) chapter.setAttribute("aria-current", "true");
      else chapter.removeAttribute("aria-current");
    }
  });
}

function playFrom(audio, seconds) {
  const start = () => { audio.currentTime = seconds; audio.play(); };
  if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) start();
  else {
    audio.addEventListener("loadedmetadata", start, { once: true });
    audio.load();
  }
}

function makeTranscriptFollow(recording, audio) {
  const link = recording.querySelector("[data-transcript]");
  let lines;
  const show = async () => {
    if (lines) return;
    lines = [];
    const box = document.createElement("div");
    box.className = "transcript";
    box.tabIndex = 0;
    box.role = "region";
    box.ariaLabel = link.textContent;
    lines = parse(await (await fetch(link.href)).text());
    for (const line of lines) {
      line.element = document.createElement("p");
      line.element.textContent = line.text;
      box.append(line.element);
    }
    link.closest("p").after(box);
  };
  link.addEventListener("click", (event) => { event.preventDefault(); show(); });
  audio.addEventListener("play", show);
  audio.addEventListener("timeupdate", () => follow(lines ?? [], audio.currentTime));
}

function follow(lines, seconds) {
  const now = lines.findLast((line) => line.start <= seconds && line.element);
  for (const line of lines) {
    const isNow = line === now;
    if (isNow && !line.element.classList.contains("now")) {
      const box = line.element.parentElement;
      box.scrollTop = line.element.offsetTop - box.offsetTop - box.clientHeight / 2;
    }
    line.element?.classList.toggle("now", isNow);
  }
}

function parse(vtt) {
  return vtt.split(/\n\n+/).flatMap((block) => {
    const rows = block.split("\n");
    const timed = rows.findIndex((row) => row.includes("-->"));
    const found = timed < 0 ? null : stamp.exec(rows[timed]);
    if (!found) return [];
    const text = new DOMParser().parseFromString(rows.slice(timed + 1).join(" "), "text/html").body.textContent;
    return [{ start: Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3]), text }];
  });
}

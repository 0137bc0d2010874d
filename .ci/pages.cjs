// What is published to what podcast clients, the W3C's WebVTT parser, axe-core and a real Chromium make of it.
// node pages.cjs OUTPUT [FOLDER-FOR-SCREENSHOTS]; exits with 1 if anything is wrong.
"use strict";
const fs = require("fs"), path = require("path"), http = require("http");
const { spawn } = require("child_process");
const puppeteer = require("puppeteer-core"), axe = require("axe-core");
const [root, shots] = process.argv.slice(2);
const faults = [];
const must = (holds, message) => { if (!holds) faults.push(message); };
const episodes = fs.readdirSync(root).filter((name) => fs.existsSync(path.join(root, name, "episode.json")));
const read = (...names) => fs.readFileSync(path.join(root, ...names), "utf8");
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function feeds() {
  const { parseFeed } = require("podcast-partytime");
  const feed = parseFeed(read("feed.xml"));
  must(feed && feed.items.length > 1, "partytime: no items");
  must(feed.guid && feed.medium && "locked" in feed && feed.podcastFunding, "partytime: channel tags are missing");
  for (const item of feed.items) {
    must(item.podcastTranscripts.length === 4, `partytime: ${item.title} lacks transcripts`);
    must(item.podcastPeople.length > 1 && item.license && item.enclosure.length > 0, `partytime: ${item.title} lacks tags`);
  }
  const both = feed.items.filter((item) => item.alternativeEnclosures?.length === 2);
  must(both.length && both.every((item) => item.alternativeEnclosures.every((one) => one.source.length && one.integrity)), "partytime: presets");
  const Parser = require("rss-parser");
  const rss = await new Parser().parseString(read("feed.xml"));
  must(rss.items.length === feed.items.length && rss.items.every((item) => item.enclosure.url && item.itunes.duration), "rss-parser");
}

async function transcripts() {
  const { WebVTTParser } = await import(require.resolve("webvtt-parser"));
  for (const name of episodes) {
    const { errors } = new (WebVTTParser || require("webvtt-parser").WebVTTParser)().parse(read(name, "transcript.vtt"), "metadata");
    must(!errors.length, `webvtt-parser: ${name}: ${JSON.stringify(errors)}`);
  }
}

async function accessible(page, name) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const one of found.violations) faults.push(`axe: ${name}: ${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
}

async function listen(page, base, name) {
  const data = JSON.parse(await page.$eval("#score", (element) => element.textContent));
  // Sentences as [number, start, end].
  const starts = await page.$$eval(".s", (found) => found.map((one) => [+one.id.slice(1), +one.dataset.time]).sort((a, b) => a[0] - b[0]));
  data.cues = starts.map(([number, start], at) => [number, start, at + 1 < starts.length ? starts[at + 1][1] : data.duration]);
  const heard = JSON.parse(read(name, "transcript.json")).segments.map((segment) => segment.body).join(" ").replace(/\s+/g, "");
  const shown = await page.evaluate((ids) => ids.map((id) => document.getElementById("s" + id).textContent).join(""), data.cues.map((cue) => cue[0]));
  must(shown && heard.startsWith(shown.replace(/\s+/g, "")), `${name}: its sentences are not those of the transcript`);
  const spoken = JSON.parse(read(name, "transcript.json")).segments.flatMap((segment) => segment.words || []);
  const on = () => page.$$eval(".s.on", (found) => found.map((element) => +element.id.slice(1)));
  await page.focus("#play");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector("audio").currentTime > 0.3, { timeout: 10000 });
  must((await on())[0] === data.cues[0][0], `${name}: the first sentence is not highlighted while it is heard`);
  must(await page.$eval("#play", (button) => button.getAttribute("aria-label")) !== "", `${name}: the button has no name`);
  await page.keyboard.press("Space");
  for (const cue of [data.cues[3], data.cues[Math.floor(data.cues.length / 2)], data.cues[data.cues.length - 1]]) {
    await page.evaluate((moment) => { document.querySelector("audio").currentTime = moment; }, (cue[1] + cue[2]) / 2);
    await page.waitForFunction((id) => document.getElementById(id).classList.contains("on"), { timeout: 5000 }, "s" + cue[0])
      .catch(() => faults.push(`${name}: sentence ${cue[0]} is not highlighted at ${cue[1]} s`));
    must((await on()).length === 1, `${name}: more than one sentence is highlighted`);
    if (spoken.length) {
      const marked = await page.evaluate(() => [...CSS.highlights.get("word")].map(String).join());
      const now = await page.$eval("audio", (audio) => audio.currentTime);
      const wanted = spoken.filter((word) => word.startTime <= now + 0.02).pop().body;
      must(marked === wanted, `${name}: ${marked || "no word"} is highlighted at ${now} s, where ${wanted} is heard`);
    }
  }
  await page.focus("#play");
  const now = () => page.$eval("audio", (audio) => audio.currentTime);
  const before = await now();
  await page.keyboard.press("ArrowLeft");
  must(Math.abs(before - 15 - await now()) < 0.5, `${name}: the left arrow doesn't go back 15 seconds`);
  await page.keyboard.press("l");
  const place = await now();
  must(data.cues.some((cue) => Math.abs(cue[1] - place) < 0.1), `${name}: L doesn't go to a sentence`);
  await page.keyboard.press("L"); // with Shift, or Caps Lock
  must(await now() > place, `${name}: a capital L doesn't go on`);
  await page.focus("#position");
  const slid = await now();
  await page.keyboard.press("ArrowDown");
  must(Math.abs(Math.max(0, slid - 15) - await now()) < 0.5, `${name}: the down arrow on the track doesn't go back 15 seconds`);
  await page.keyboard.press("ArrowUp");
  await page.focus("#play");
  await page.keyboard.press("+");
  must(await page.$eval("audio", (audio) => audio.playbackRate) === 1.25, `${name}: + doesn't change the speed`);
  await session(page, data, name);
  const clicked = data.cues[5];
  await page.click("#s" + clicked[0]);
  await page.waitForFunction((moment) => document.querySelector("audio").currentTime >= moment - 0.1, { timeout: 5000 }, clicked[1])
    .catch(() => faults.push(`${name}: a click on a sentence doesn't play it`));
  await page.evaluate(() => document.querySelector("audio").pause());
  await wait(200);
  const kept = await now();
  await page.reload();
  await page.waitForFunction(() => document.documentElement.classList.contains("ready"));
  must(Math.abs(await now() - kept) < 0.5, `${name}: the position is lost after a reload (${kept}, ${await now()})`);
  must(await page.$eval("#speed", (select) => select.value) === "1.25", `${name}: the speed is lost after a reload`);
  must(/^\d+:\d\d \/ \d+:\d\d$/.test(await page.$eval("#position", (range) => range.ariaValueText)), `${name}: the track tells no time`);
  const tree = await page.accessibility.snapshot();
  const nodes = (node) => [node, ...(node.children || []).flatMap(nodes)];
  for (const role of ["button", "slider", "combobox", "checkbox"]) {
    const found = nodes(tree).filter((node) => node.role === role);
    must(found.length && found.every((node) => node.name), `${name}: a ${role} has no name`);
    must(found.every((node) => node.description !== node.name), `${name}: a ${role} is named twice`);
  }
  await page.evaluate(() => localStorage.clear());
}

// What a phone's lock screen and a keyboard's media keys do: they call what the page has given to its Media Session.
async function session(page, data, name) {
  const now = () => page.$eval("audio", (audio) => audio.currentTime);
  const act = (what, details) => page.evaluate((what, details) => window.acts[what](details), what, details);
  const metadata = await page.evaluate(() => navigator.mediaSession.metadata && navigator.mediaSession.metadata.title);
  must(metadata === data.media.title && metadata, `${name}: the Media Session has no title`);
  for (const [what, details, wanted] of [
    ["seekto", { seekTime: 30 }, 30], ["seekforward", {}, 45], ["seekbackward", {}, 30],
    ["nexttrack", {}, data.cues.find((cue) => cue[1] > 30.02)[1]],
  ]) {
    await act(what, details);
    must(Math.abs(await now() - wanted) < 0.2, `${name}: ${what} of the Media Session goes to ${await now()} and not to ${wanted}`);
  }
  await act("play");
  await page.waitForFunction(() => !document.querySelector("audio").paused, { timeout: 5000 })
    .catch(() => faults.push(`${name}: play of the Media Session doesn't play`));
  await act("pause");
  must(await page.$eval("audio", (audio) => audio.paused), `${name}: pause of the Media Session doesn't pause`);
}

async function open(browser, base, name, media = []) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    window.acts = {};
    const set = MediaSession.prototype.setActionHandler;
    MediaSession.prototype.setActionHandler = function (what, act) { window.acts[what] = act; set.call(this, what, act); };
  });
  await page.emulateMediaFeatures(media);
  page.on("console", (message) => { if (["error", "warn"].includes(message.type())) faults.push(`${name}: console: ${message.text()}`); });
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("dialog", (dialog) => { faults.push(`${name}: hostile text runs`); dialog.dismiss(); });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:") && !url.startsWith("blob:")) faults.push(`${name}: asks for ${url}`);
    if (url.endsWith("/favicon.ico")) faults.push(`${name}: asks for an icon`);
  });
  return page;
}

async function pages() {
  const server = spawn(path.resolve(__dirname, "../.venv/bin/audiofy"), ["serve", root, "--port", "0"]);
  const base = await new Promise((done) => server.stdout.once("data", (data) => done(String(data).trim())));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM, headless: true,
    args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
  });
  try {
    const names = ["index.html", ...episodes.flatMap((name) => ["index.html", "player.html", "transcript.html"].map((file) => `${name}/${file}`))];
    for (const name of names)
      for (const scheme of ["light", "dark"]) {
        const page = await open(browser, base, name, [{ name: "prefers-color-scheme", value: scheme }]);
        await page.setViewport({ width: scheme === "light" ? 1280 : 390, height: 900 });
        await page.goto(base + name);
        // Our own policy forbids foreign scripts, and so axe: it is checked in a copy without it.
        const copy = (await page.content()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
        must(name.endsWith("transcript.html") || copy.length < await page.evaluate(() => document.documentElement.outerHTML.length), `${name}: no policy`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        must(wide <= 0, `${name}: is wider than the window by ${wide}`);
        const plain = await open(browser, base, name, [{ name: "prefers-color-scheme", value: scheme }]);
        await plain.setBypassCSP(true);
        await plain.goto(base + name);
        for (const summary of await plain.$$("summary")) await summary.evaluate((element) => { element.parentNode.open = true; });
        await accessible(plain, `${name} (${scheme})`);
        await plain.close();
        if (shots) await page.screenshot({ path: path.join(shots, `${name.replace("/", "-")}-${scheme}.png`) });
        await page.setViewport({ width: 320, height: 900 }); // what WCAG 2.2 asks for at least (1.4.10)
        const narrow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        must(narrow <= 0, `${name}: is wider than 320 pixels by ${narrow}`);
        await page.close();
      }
    for (const name of episodes) {
      const page = await open(browser, base, name);
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${base}${name}/`);
      await listen(page, base, name);
      await page.close();
    }
    const page = await open(browser, "file://", episodes[0]);
    await page.goto(`file://${path.resolve(root, episodes[0], "index.html")}`);
    await page.click("#play");
    await page.waitForFunction(() => document.querySelector("audio").currentTime > 0.2, { timeout: 10000 })
      .catch(() => faults.push("the page doesn't play from a disk"));
    await page.close();
    const host = http.createServer((_, answer) => {
      answer.setHeader("Content-Type", "text/html");
      answer.end(`<!doctype html><link rel=icon href=data:,><h1>A site</h1><script src="${base}embed.js" data-episode="${episodes[0]}" async></script>`);
    }).listen(0, "127.0.0.1");
    const site = await browser.newPage();
    await site.goto(`http://127.0.0.1:${host.address().port}/`);
    await wait(1500);
    const frame = site.frames().find((one) => one.url().includes("/player.html"));
    must(frame && await frame.$("#play"), "embed.js shows no player");
    const height = await site.evaluate(() => document.querySelector("audiofy-player")?.offsetHeight);
    must(height > 150 && height < 400, `the embedded player is ${height} pixels high`);
    if (shots) await site.screenshot({ path: path.join(shots, "embed.png") });
    host.close();
  } finally {
    await browser.close();
    server.kill("SIGINT");
  }
}

(async () => {
  await feeds();
  await transcripts();
  await pages();
  for (const fault of faults) console.log(fault);
  process.exit(faults.length ? 1 : 0);
})().catch((error) => { console.error(error); process.exit(1); });

(() => {
  "use strict";
  const $ = (selector) => document.querySelector(selector);
  const audio = $("audio"), player = $(".player"), data = JSON.parse($("#score").textContent);
  const total = data.duration, words = data.words;
  const range = $("#position"), clock = $("#elapsed"), now = $(".now"), speed = $("#speed"), follow = $("#follow");
  // Sentences and words as score.py writes them down: [start, speaker, words, element], a word [time, place, length].
  const digits = Array.from({ length: 94 }, (_, sign) => String.fromCharCode(33 + sign)).filter((sign) => !"\"&'<>\\".includes(sign)).join("");
  let read = 0;
  const digit = () => digits.indexOf(data.score[read++]);
  const next = (value = digit()) => value < 72 ? value : value < 85 ? 88 * (value - 72) + digit() : (88 * digit() + digit()) * 88 + digit();
  const looks = /[^\s\ufeff.,;:!?…"'“”‘’„‚«»‹›()[\]{}–—-](?:[^\s\ufeff]*[^\s\ufeff.,;:!?…"'“”‘’„‚«»‹›()[\]{}–—-])?/g;
  const texts = document.createTreeWalker($("#article") || audio, 4);
  let text = new Text();
  // The sentence that is `gap` characters further in the article, cut out into an element of its own.
  function cut(gap, length) {
    while (gap >= text.length) {
      gap -= text.length;
      do text = texts.nextNode(); while (/^\n*$/.test(text.data));
    }
    const rest = (gap ? text.splitText(gap) : text).splitText(length), span = document.createElement("span");
    span.className = "s";
    rest.before(span);
    span.append(span.previousSibling);
    texts.currentNode = text = rest;
    return span;
  }
  const said = [], spans = [];
  for (let start = 0; read < data.score.length;) {
    start += next();
    const speaker = data.speakers[next()], gap = next(), length = next(), own = [];
    const span = length ? cut(gap, length) : document.getElementById("s" + (said.length + 1));
    looks.lastIndex = 0;
    for (let count = next(), moment = start; count; count--) {
      let value = digit(), place, size;
      for (; value === 87; value = digit()) looks.exec(span.textContent);
      if (value === 86) { place = looks.lastIndex + next(); size = next(); value = digit(); }
      else { const found = looks.exec(span.textContent); place = found.index; size = found[0].length; }
      looks.lastIndex = place + size;
      own.push([(moment += next(value)) / 100, place, size]);
    }
    said.push([start / 100, speaker, own]);
    spans.push(span);
    if (span) { span.id = "s" + said.length; span.dataset.time = start / 100; }
  }
  const status = $(".status");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const marks = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (marks) CSS.highlights.set("word", marks);
  let current = -1, moved = 0, kept = 0, dragging = false;

  const store = {
    get(key) { try { return localStorage.getItem("audiofy:" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("audiofy:" + key, value); } catch { /* private windows keep nothing */ } },
  };
  const time = (seconds) => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");
  const limited = (value, least, most) => Math.min(most, Math.max(least, value));

  // The last of `list` that has begun at `moment`; `begin` tells when an element begins.
  function lastBegun(list, moment, begin) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begin(list[middle]) <= moment + 0.02) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function markWord(cue, span, moment) {
    if (!marks) return;
    marks.clear();
    const own = cue[2];
    const text = span && span.firstChild;
    if (!own.length || !text) return;
    const at = lastBegun(own, moment, (word) => word[0]);
    if (at < 0) return;
    const [, start, length] = own[at];
    if (start + length > text.length) return;
    const mark = new Range();
    mark.setStart(text, start);
    mark.setEnd(text, start + length);
    marks.add(mark);
  }

  function show() {
    const moment = audio.currentTime;
    if (!dragging) {
      range.value = moment;
      range.setAttribute("aria-valuetext", time(moment) + " / " + time(total));
    }
    clock.textContent = time(moment);
    const at = lastBegun(said, moment, (cue) => cue[0]);
    const heard = at >= 0 && (moment > 0 || !audio.paused) ? at : -1;
    if (heard !== current) {
      if (spans[current]) spans[current].classList.remove("on");
      current = heard;
      const span = spans[heard];
      now.textContent = heard < 0 ? "" : said[heard][1];
      if (span) {
        span.classList.add("on");
        if (follow && follow.checked && !audio.paused && Date.now() - moved > 4000 && !player.contains(span))
          span.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
      }
    }
    if (heard >= 0) markWord(said[heard], spans[heard], moment); else if (marks) marks.clear();
    if (Math.abs(moment - kept) > 3) { kept = moment; store.set(data.guid, moment.toFixed(1)); }
  }

  function tick() { show(); if (!audio.paused) requestAnimationFrame(tick); }
  function seek(moment) {
    audio.currentTime = limited(moment, 0, total);
    moved = 0;
    show();
  }
  function play() { audio.play().catch(() => { if (audio.error) fail(); }); }
  function toggle() { if (audio.paused) play(); else audio.pause(); }
  function sentence(step) {
    const at = lastBegun(said, audio.currentTime, (cue) => cue[0]);
    // Going back in the middle of a sentence begins it again, as in every music player.
    const back = step < 0 && at >= 0 && audio.currentTime - said[at][0] > 1.5 ? 0 : step;
    seek(said[limited(at + back, 0, said.length - 1)][0]);
  }
  function pace(value) {
    const options = [...speed.options].map((option) => +option.value);
    const nearest = options.reduce((best, one) => Math.abs(one - value) < Math.abs(best - value) ? one : best);
    speed.value = nearest;
    audio.defaultPlaybackRate = audio.playbackRate = nearest;
    store.set("speed", nearest);
  }
  function fail() { status.textContent = words.failed; }

  $("#play").onclick = toggle;
  $("#back").onclick = () => seek(audio.currentTime - 15);
  $("#forward").onclick = () => seek(audio.currentTime + 15);
  $("#previous").onclick = () => sentence(-1);
  $("#next").onclick = () => sentence(1);
  range.oninput = () => { dragging = true; clock.textContent = time(range.value); };
  range.onchange = () => { dragging = false; seek(+range.value); };
  speed.onchange = () => pace(+speed.value);
  if (follow) {
    follow.checked = store.get("follow") !== "no";
    follow.onchange = () => store.set("follow", follow.checked ? "yes" : "no");
  }
  // Keys work only while the player has the focus, so that they never get in the way of a screen reader's or the page's.
  player.onkeydown = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const own = event.target.matches("select, summary, a, input[type=checkbox]");
    const acts = {
      ArrowLeft: () => seek(audio.currentTime - 15), ArrowRight: () => seek(audio.currentTime + 15),
      ArrowDown: () => seek(audio.currentTime - 15), ArrowUp: () => seek(audio.currentTime + 15),
      j: () => sentence(-1), l: () => sentence(1), " ": toggle,
      "+": () => pace(+speed.value + 0.25), "=": () => pace(+speed.value + 0.25), "-": () => pace(+speed.value - 0.25),
    };
    // Letters are the same with Shift and on keyboards of other scripts.
    const key = event.key > "~" ? event.code.replace("Key", "") : event.key;
    const act = acts[key.length === 1 ? key.toLowerCase() : key];
    if (!act || (own && (event.key === " " || event.key.startsWith("Arrow")))) return;
    if (event.key === " " && event.target.matches("button:not(#play)")) return;
    if (/^Arrow(Up|Down)$/.test(key) && event.target !== range) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("click", (event) => {
    const timed = event.target.closest("[data-time]");
    if (!timed || (timed.matches(".s") && (event.target.closest("a") || String(getSelection())))) return;
    event.preventDefault();
    seek(+timed.dataset.time);
    play();
  });
  for (const name of ["wheel", "touchmove"]) addEventListener(name, () => { moved = Date.now(); }, { passive: true });

  audio.onplay = () => {
    player.classList.add("playing");
    $("#play").setAttribute("aria-label", words.pause);
    status.textContent = "";
    tick();
  };
  audio.onpause = audio.onended = () => {
    player.classList.remove("playing");
    $("#play").setAttribute("aria-label", words.play);
    show();
    store.set(data.guid, audio.ended ? "0" : audio.currentTime.toFixed(1));
  };
  audio.onseeked = audio.ontimeupdate = show;
  audio.onerror = fail;
  addEventListener("pagehide", () => store.set(data.guid, audio.ended ? "0" : audio.currentTime.toFixed(1)));

  if ("mediaSession" in navigator) {
    const session = navigator.mediaSession;
    session.metadata = new MediaMetadata(data.media);
    const acts = {
      play, pause: () => audio.pause(), seekbackward: () => seek(audio.currentTime - 15),
      seekforward: () => seek(audio.currentTime + 15), previoustrack: () => sentence(-1), nexttrack: () => sentence(1),
      seekto: (details) => seek(details.seekTime),
    };
    for (const [name, act] of Object.entries(acts)) try { session.setActionHandler(name, act); } catch { /* not there */ }
  }

  audio.removeAttribute("controls");
  audio.hidden = true;
  document.querySelectorAll("[data-js]").forEach((element) => { element.hidden = false; });
  document.documentElement.classList.add("ready");
  pace(+(store.get("speed") || 1));
  const wanted = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
  const start = wanted ? +wanted[1] : +(store.get(data.guid) || 0);
  if (start > 0 && start < total - 1) seek(start); else show();
  // Only embed.js gives the frame the height that is asked for; in any other the player makes do with what it has.
  if (document.body.matches(".embed") && parent !== window && location.hash === "#fit") {
    document.body.classList.add("fit");
    new ResizeObserver(() => parent.postMessage({ audiofy: "height", height: player.offsetHeight }, "*")).observe(player);
  }
  const place = $("#place");
  if (place && "IntersectionObserver" in window)
    new IntersectionObserver(([entry]) => {
      const away = !entry.isIntersecting && entry.boundingClientRect.top < 0 && (!audio.paused || audio.currentTime > 0);
      place.style.minHeight = away ? player.offsetHeight + "px" : "";
      player.classList.toggle("docked", away);
    }).observe(place);
})();

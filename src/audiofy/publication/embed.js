/* One line in an article: <script src="…/embed.js" data-episode="folder-of-the-episode" async></script>
It puts an <audiofy-player episode="…"> in its place: the player in a frame, so that neither page can disturb the other. */
(() => {
  "use strict";
  const script = document.currentScript, home = new URL(".", script.src);
  class AudiofyPlayer extends HTMLElement {
    connectedCallback() {
      const frame = document.createElement("iframe");
      frame.src = new URL(encodeURI(this.getAttribute("episode")) + "/player.html#fit", home);
      frame.title = this.getAttribute("label") || "Listen to this article";
      frame.loading = "lazy";
      frame.style.cssText = "width:100%;border:0;display:block;height:13.75rem";
      this.style.display = "block";
      this.attachShadow({ mode: "closed" }).append(frame);
      addEventListener("message", (event) => {
        if (event.source === frame.contentWindow && event.data && event.data.audiofy === "height")
          frame.style.height = Math.min(900, Math.max(80, +event.data.height || 0)) + "px";
      });
    }
  }
  if (!customElements.get("audiofy-player")) customElements.define("audiofy-player", AudiofyPlayer);
  if (script.dataset.episode) {
    const player = document.createElement("audiofy-player");
    player.setAttribute("episode", script.dataset.episode);
    if (script.dataset.label) player.setAttribute("label", script.dataset.label);
    script.after(player);
  }
})();

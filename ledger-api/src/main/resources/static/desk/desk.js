// Additions to pages if scripts run: sliders along the events, copying, and highlighting of changes.
// Everything also works without scripts, more slowly.
(() => {
  "use strict";

  const page = () => document.getElementById("page");

  // A slider stops at real events: arrow keys go from one to the next, with shift by a year.
  function slider(slide) {
    const hand = slide.closest(".hand");
    const range = slide.querySelector("input");
    const told = hand.querySelector(".told");
    const field = hand.querySelector("input[type=text]");
    const stops = [...slide.querySelectorAll("li")].map((stop) => ({
      x: Number(stop.dataset.x), text: stop.dataset.text, label: stop.textContent,
    }));
    let at = Number(slide.dataset.at);

    const show = (index) => {
      at = Math.min(Math.max(index, 0), stops.length - 1);
      range.value = stops[at].x;
      range.setAttribute("aria-valuetext", stops[at].label);
    };
    const go = () => {
      field.value = stops[at].text;
      told.textContent = stops[at].label;
      field.form.requestSubmit();
    };
    const nearest = (x) => stops.reduce((best, stop, i) =>
      Math.abs(stop.x - x) < Math.abs(stops[best].x - x) ? i : best, 0);
    const year = (stop) => (stop.label.match(/\d{4}/) || ["9999"])[0];
    const byYear = (step) => {
      let i = at + step;
      while (i > 0 && i < stops.length - 1 && year(stops[i]) === year(stops[at])) {
        i += step;
      }
      return i;
    };

    range.addEventListener("input", () => {
      show(nearest(Number(range.value)));
      told.textContent = stops[at].label;
    });
    range.addEventListener("change", go);
    range.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (step === undefined) {
        return;
      }
      event.preventDefault();
      const before = at;
      const isBetween = stops[at].x < Number(range.value);
      show(event.shiftKey ? byYear(step) : isBetween && step < 0 ? at : at + step);
      if (at !== before || isBetween) {
        go();
      }
    });
    range.setAttribute("aria-valuetext", field.value || stops[at].label);
    slide.hidden = false;
  }

  // Copies an element's text, or the address that a link leads to.
  function copy(event) {
    const what = event.currentTarget;
    const isAddress = what.dataset.copy === "address";
    const text = isAddress ? what.href : document.querySelector(what.dataset.copy).textContent.trim();
    if (!navigator.clipboard) {
      return; // a link goes there; a text can be selected
    }
    event.preventDefault();
    const label = what.textContent;
    navigator.clipboard.writeText(text).then(() => {
      what.textContent = "Copied";
      setTimeout(() => { what.textContent = label; }, 1500);
    });
  }

  function begin() {
    page().querySelectorAll(".slide").forEach(slider);
    page().querySelectorAll("[data-copy]").forEach((it) => {
      it.hidden = it.tagName === "BUTTON" && !navigator.clipboard;
      it.addEventListener("click", copy);
    });
    page().querySelectorAll("[data-passage]").forEach((it) => { it.hidden = false; });
    page().querySelectorAll("[data-quote]").forEach((it) => it.addEventListener("click", () => quote(it)));
    page().querySelectorAll("form[data-draft]").forEach(draft);
    forget();
    page().querySelectorAll("[data-print]").forEach((it) => {
      it.hidden = false;
      it.addEventListener("click", () => window.print());
    });
  }

  // A passage of a pasted text becomes the quote, with the words around it and its place. The text itself is not sent,
  // because its field has no name.
  const AROUND = 60;
  function quote(button) {
    const article = document.getElementById("article");
    const told = document.getElementById("quoted");
    const { selectionStart: from, selectionEnd: to, value: text } = article;
    const exact = text.slice(from, to).trim();
    if (!exact) {
      told.textContent = "Select the passage in the text first.";
      return;
    }
    const start = text.indexOf(exact, from);
    const end = start + exact.length;
    const words = (part) => part.replace(/\s+/g, " ").trim();
    const put = (name, value) => { document.getElementById("evidence-" + name).value = value; };
    put("quote-exact", exact);
    put("quote-prefix", words(text.slice(Math.max(0, start - AROUND), start).replace(start > AROUND ? /^\S*\s/ : /^/, "")));
    put("quote-suffix", words(text.slice(end, end + AROUND).replace(end + AROUND < text.length ? /\s\S*$/ : /$/, "")));
    const before = text.slice(0, start).split(/\n\s*\n/).length;
    put("locator", "paragraph " + before + ", characters " + (start + 1) + " to " + end);
    told.textContent = "Quoted.";
    document.getElementById("evidence-quote-exact").dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Input stays in the browser until it is recorded: the end of a session, or a page left by mistake, loses nothing.
  const drafts = window.sessionStorage;
  function draft(form) {
    const name = "draft " + location.pathname;
    const own = (it) => it.name && !it.name.startsWith("_") && it.type !== "hidden";
    const isUntouched = [...form.elements].filter(own)
      .every((it) => it.type === "checkbox" || it.type === "radio" ? it.checked === it.defaultChecked : true);
    const kept = drafts.getItem(name);
    if (kept && isUntouched && !document.querySelector(".problems, .conflict") && !location.search) {
      const texts = JSON.parse(kept);
      [...form.elements].filter(own).forEach((it) => {
        const all = texts[it.name];
        if (it.type === "checkbox" || it.type === "radio") {
          it.checked = Boolean(all && all.includes(it.value));
        } else if (all) {
          it.value = all[0];
        }
      });
      Object.entries(texts).forEach(([field, all]) => {
        if (all[0] && form.elements[field + ".find"] && !form.elements[field]) {
          const chosen = document.createElement("input");
          chosen.type = "hidden";
          chosen.name = field;
          chosen.value = all[0];
          form.append(chosen);
        }
      });
    }
    form.addEventListener("input", () => {
      const texts = {};
      new FormData(form).forEach((value, field) => {
        if (!field.startsWith("_")) {
          (texts[field] ||= []).push(value);
        }
      });
      drafts.setItem(name, JSON.stringify(texts));
    });
    form.addEventListener("submit", () => drafts.setItem("sent", name));
  }
  function forget() {
    const sent = drafts.getItem("sent");
    if (sent && location.pathname !== "/login" && !document.querySelector("form[data-draft]")) {
      drafts.removeItem(sent);
      drafts.removeItem("sent");
    }
  }

  // Empty fields are left out, so that addresses stay short.
  document.addEventListener("submit", (event) => {
    if (event.target.method === "get") {
      const empty = [...event.target.elements].filter((it) => it.name && it.value === "" && !it.disabled);
      empty.forEach((it) => { it.disabled = true; });
      setTimeout(() => empty.forEach((it) => { it.disabled = false; }));
    }
  }, true);

  // After a clock has moved, changed text lights up once; the bar stays as open as it was, and the slider that moved keeps
  // the focus.
  const facts = () => new Map([...page().querySelectorAll("[data-fact]")].map((it) => [it.dataset.fact, it]));
  let before = new Map();
  let open = false;
  let focused = null;
  document.addEventListener("htmx:beforeSwap", () => {
    before = new Map([...facts()].map(([name, it]) => [name, it.textContent]));
    open = document.getElementById("bar").open;
    focused = document.activeElement.id;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "page") {
      return;
    }
    begin();
    document.getElementById("bar").open ||= open;
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    facts().forEach((it, name) => {
      if (before.get(name) !== it.textContent) {
        it.classList.add("moved");
      }
    });
  });

  begin();
})();

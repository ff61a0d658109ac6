// Finds articles by words, in the index that is made with the site. What the files of the index hold, and how
// results are ranked, is in the handbook's page on search.
(() => {
  const form = document.querySelector("form[data-search]");
  const input = form.querySelector("input");
  const status = document.querySelector("[data-search-status]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const say = form.dataset;
  const root = new URL(say.search, location.href);

  const PAGE = 10; // results that are shown at a time
  const WORDS = 7; // words of a query that count
  const FILES = 7; // files of terms that a query may fetch
  const PAUSE = 200; // milliseconds without a key before it is looked

  // -- Words, as Words.java reads them.

  const unspaced =
    "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}\\u30FC\\uFF70\\uFF9E\\uFF9F";
  const part = "\\p{L}\\p{N}\\p{M}\\u00AD\\u200C\\u200D";
  const cyrillic = "\\u0400-\\u0481\\u048A-\\u04FF";
  const runs = new RegExp(
    `((?=[${part}])[${unspaced}][${unspaced}\\p{M}]*)|(?:[${cyrillic}]['’](?=[${cyrillic}])|[aeiouAEIOU]['’](?=[aeiouAEIOU](?![${part}]))|(?![${unspaced}])[${part}])+`,
    "gu",
  );
  const marks = /.[\p{M}\uFF9E\uFF9F]*/gsu; // a character and what is written above, below and behind it
  const ending = new RegExp(`[${part}'’][${part}]['’](?:[stdmSTDM]|[lL]{2}|[rRvV][eE])$`, "u");
  const dropped =
    /[\u02B9-\u02BF\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u200C\u200D\u0640]|[^\p{L}\p{N}\p{M}]/gu;
  const others = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ς: "σ",
    "\u0649": "\u064A", "\u06CC": "\u064A", "\u0629": "\u0647", "\u06A9": "\u0643", "\u0671": "\u0627",
  };
  const fold = (word) =>
    word
      .normalize("NFKD")
      .toLowerCase()
      .replace(dropped, "")
      .replace(/[ßæœøđðþłıς\u0649\u06CC\u0629\u06A9\u0671]/g, (c) => others[c])
      .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (c) => c.charCodeAt(0) & 15)
      .normalize("NFC");
  const cut = (word) => word.slice(0, /[\uD800-\uDBFF]/.test(word[23]) ? 23 : 24);

  /** Each character with the next one; the last stands alone, which nobody looks for who types more. */
  const pairs = (run, start) => {
    const all = [...run.matchAll(marks)].flatMap(({ 0: part, index }) => {
      const from = start + index;
      return [...fold(part)].map((word) => ({ word, from, to: from + part.length }));
    });
    return all.map(({ word, from, to }, i) => {
      const next = all[i + 1];
      return next ? { word: word + next.word, from, to: next.to } : { word, from, to, last: i > 0 };
    });
  };

  /** The words of a text and where each stands. */
  const words = (text) => {
    const found = [];
    for (const run of text.matchAll(runs)) {
      const from = run.index;
      const to = from + run[0].length;
      if (run[1]) found.push(...pairs(run[0], from));
      else if (!ending.test(text.slice(Math.max(0, from - 5), to))) {
        const word = cut(fold(run[0]));
        if (word) found.push({ word, from, to });
      }
    }
    return found;
  };

  // -- The index.

  let index; // a promise of the manifest
  let files = new Map(); // promises by address

  const get = async (path, read, options) => {
    const answer = await fetch(new URL(path, root), options);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return read(answer);
  };
  const json = (answer) => answer.json();
  const file = (name, read) => {
    const path = `assets/search/${name}`;
    if (!files.has(path)) {
      const got = get(path, read);
      files.set(path, got);
      got.catch(() => files.delete(path));
    }
    return files.get(path);
  };
  const manifest = (options) => {
    index ??= get("search/index.json", json, options).then((says) => {
      const terms = says.terms ? says.terms.split(" ") : [];
      return {
        ...says,
        cards: says.cards.split(" "),
        starts: terms.filter((_, i) => i % 2 === 0),
        names: terms.filter((_, i) => i % 2),
      };
    });
    index.catch(() => (index = undefined));
    return index;
  };

  /** Reads the numbers of a file, seven bits a byte. Some hosts answer with a page where a file is missing. */
  const reader = (bytes) => {
    let at = 0;
    const go = (count) => {
      if (at + count > bytes.length) throw new Error("not a file of terms");
      return (at += count) - count;
    };
    return {
      more: () => at < bytes.length,
      number() {
        let number = 0;
        for (let unit = 1; ; unit *= 128) {
          const byte = bytes[go(1)];
          number += (byte & 127) * unit;
          if (byte < 128) return number;
        }
      },
      take: (count) => bytes.subarray(go(count), at),
    };
  };
  const utf8 = new TextDecoder();
  const terms = async (answer) => {
    const from = reader(new Uint8Array(await answer.arrayBuffer()));
    const all = [];
    for (let word = ""; from.more(); ) {
      word = word.slice(0, from.number()) + utf8.decode(from.take(from.number()));
      all.push({ word, postings: from.take(from.number()) });
    }
    return all;
  };

  /** The last file whose first word is not behind a word. */
  const place = (starts, word) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= word) low = middle;
      else high = middle;
    }
    return low;
  };

  // -- Finding.

  /** How many letters have to be added, left out, exchanged or swapped; more than the most is the most and one. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let older, old, row = [...b, 0].map((_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      [older, old, row] = [old, row, [i]];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row[b.length];
  };
  const slips = (word) => (word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2);

  /** Where a word may stand that was mistyped in its first letters: swapped, left out or set twice. */
  const respelt = (word) => {
    const all = [];
    for (let i = 0; i < 3; i++) {
      const before = word.slice(0, i);
      all.push(before + word[i + 1] + word[i] + word.slice(i + 2));
      all.push(before + word[i] + word.slice(i));
      all.push(before + word.slice(i + 1));
    }
    return all;
  };

  /** What a weight counts: a word of the title for more than any other, one beside the text for more than one in it. */
  const worth = (weight) => weight + (weight > 6 ? 4 : 0) + (weight > 10 ? 8 : 0);

  /** The articles that have one of some terms, each by the term that counts most. */
  const articles = (found) => {
    const best = new Map();
    for (const { term, share } of found) {
      const from = reader(term.postings);
      for (let article = -1; from.more(); ) {
        const next = from.number();
        article += (next >> 4) + 1;
        const counts = share * worth(next & 15);
        if (counts > (best.get(article) ?? 0)) best.set(article, counts);
      }
    }
    return best;
  };

  /** Whether a word is looked for as it is: one letter begins too many. */
  const isLetter = (word) => word.length < 2 && word < "\u0E00";

  /** All articles that a query finds, the best first, whether they have all of its words, and the terms that it met. */
  const find = async (wanted) => {
    const met = new Set();
    if (!wanted.length) return { found: [], whole: true, met };
    const { starts, names, articles: count } = await manifest();
    const open = new Map(); // the files of this query
    const fetchAll = async (places) => {
      await Promise.all(
        places.map(async (at) => {
          if (at < names.length && !open.has(at) && open.size < FILES) {
            open.set(at, []);
            open.set(at, await file(`${names[at]}.bin`, terms));
          }
        }),
      );
    };
    await fetchAll(wanted.map((word) => place(starts, word)));
    // the last word is the one that is being typed
    for (const word of [...wanted].reverse()) {
      const first = place(starts, word);
      if (!isLetter(word)) await fetchAll([first + 1, first + 2].filter((at) => starts[at]?.startsWith(word)));
    }
    const all = () => [...open.values()].flat();
    const total = new Map();
    for (const word of wanted) {
      let found = all()
        .filter((term) => (isLetter(word) ? term.word === word : term.word.startsWith(word)))
        .map((term) => ({ term, share: term.word === word ? 1 : (0.8 * word.length) / term.word.length }));
      if (!found.length && slips(word)) {
        const near = (most) => all().filter((term) => distance(word, term.word, most) <= most);
        let terms = near(slips(word));
        if (!terms.length) {
          await fetchAll(respelt(word).map((other) => place(starts, other)));
          terms = near(slips(word));
        }
        found = terms.map((term) => ({ term, share: 0.5 / distance(word, term.word, 2) }));
      }
      for (const { term } of found) met.add(term.word);
      const best = articles(found);
      const rare = Math.log(1 + count / Math.max(1, best.size));
      for (const [article, counts] of best) {
        const sum = total.get(article) ?? { article, has: 0, counts: 0 };
        sum.has++;
        sum.counts += counts * rare;
        total.set(article, sum);
      }
    }
    const found = [...total.values()].sort((a, b) => b.has - a.has || b.counts - a.counts || b.article - a.article);
    const whole = found.filter((one) => one.has === wanted.length);
    return { found: (whole.length ? whole : found).map((one) => one.article), whole: whole.length > 0, met };
  };

  // -- Showing.

  /** Adds a text to an element, with marks where it has a term that was met. */
  const marked = (element, text, met) => {
    let at = 0;
    let mark;
    for (const { from, to, word } of words(text)) {
      if (!met.has(word) || to <= at) continue;
      if (!mark || from > at) {
        mark = document.createElement("mark");
        element.append(text.slice(at, from), mark);
        at = from;
      }
      mark.append(text.slice(at, to)); // pairs of characters overlap
      at = to;
    }
    element.append(text.slice(at));
    return element;
  };
  const result = ([title, address, day, date, text, section, lang, dir], met) => {
    const item = document.createElement("li");
    if (lang) Object.assign(item, { lang, dir });
    const link = document.createElement("a");
    link.href = new URL(`./${address}`, root); // the address may begin like one with a scheme
    item.append(marked(link, title, met));
    if (text) item.append(marked(document.createElement("p"), text, met));
    if (section || day) {
      const line = document.createElement("p");
      line.className = "search-line";
      line.append(section);
      if (section && day) line.append(" · ");
      if (day) line.append(Object.assign(document.createElement("time"), { dateTime: day, textContent: date }));
      item.append(line);
    }
    return item;
  };
  const cards = async (found) => {
    const { cards: names, perFile } = await manifest();
    return Promise.all(
      found.map(async (article) => {
        const all = await file(`${names[Math.floor(article / perFile)]}.json`, json);
        return all[article % perFile];
      }),
    );
  };

  let asked = ""; // the query that is shown, or on its way
  let turn = 0; // how many were asked
  let rest = []; // what is found and not shown
  let met; // the terms by which it was found
  let told = ""; // how many there are

  const tell = (text) => (status.textContent = text);
  const summary = (query, wanted, { found, whole }) => {
    if (!query) return "";
    if (!found.length) return (wanted.length === 1 && isLetter(wanted[0]) && say.short) || say.none;
    const text = !whole ? say.some : found.length === 1 ? say.one : say.many;
    return text.replace("#", found.length.toLocaleString(document.documentElement.lang));
  };
  const results = async (found, met) => (await cards(found.slice(0, PAGE))).map((card) => result(card, met));
  const keep = (found) => {
    rest = found;
    more.hidden = !rest.length;
  };
  /** Looks for what is in the field; what is shown stays till it is known what is found. */
  const search = async (again) => {
    const query = input.value.trim();
    if (query === asked && !again) return;
    asked = query;
    const mine = ++turn;
    keep([]);
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    try {
      const all = words(query).filter((one) => !one.last);
      const wanted = [...new Set(all.map((one) => one.word))].slice(0, WORDS);
      const answer = await find(wanted);
      const items = await results(answer.found, answer.met);
      if (mine !== turn) return;
      list.replaceChildren(...items);
      keep(answer.found.slice(PAGE));
      met = answer.met;
      told = summary(query, wanted, answer);
      tell(told);
    } catch {
      if (mine !== turn) return;
      if (!again) {
        // another index may have taken the place of this one
        files = new Map();
        index = undefined;
        manifest({ cache: "reload" }).catch(() => {});
        return search(true);
      }
      asked = "";
      list.replaceChildren();
      tell(location.protocol === "file:" ? say.disk : say.failed);
    }
  };
  const showMore = async () => {
    const mine = turn;
    const found = rest;
    rest = []; // a second click has nothing to show
    if (!found.length) return;
    try {
      const items = await results(found, met);
      if (mine !== turn) return;
      list.append(...items);
      keep(found.slice(PAGE));
      if (status.textContent !== told) tell(told);
      items[0].querySelector("a").focus();
    } catch {
      if (mine !== turn) return;
      rest = found;
      tell(say.failed);
    }
  };

  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => search(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  more.addEventListener("click", showMore);
  document.querySelector("main").addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
    const at = stops.indexOf(document.activeElement);
    if (step && at >= 0 && !event.isComposing) {
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
    } else if (event.key === "Escape" && at > 0) {
      input.focus();
      input.select();
    }
  });

  const before = new URLSearchParams(location.search).get("q");
  if (before) {
    input.value = before;
    search();
  }
})();

// Runs in pages of the preview alone: keeps an open page as its sources are, shows what is wrong with the site, and
// says when a page is not published. Its own element tells it what it needs to know of the page:
//   data-edition  which edition of the page this is
//   data-status   the HTTP status that it was answered with
//   data-state    draft, future or expired, where the page is not published; data-reason says why
(() => {
  'use strict';

  const OURS = 'script[src="/.levee/live.js"]';
  const ours = document.querySelector(OURS);
  const ELEMENT = Node.ELEMENT_NODE;

  // ---------------------------------------------------------------------------------------------- the page

  // What the server sent last, in a document that loads and runs nothing, and for each node of it the node that the
  // reader sees. Only where the server's page differs from this is the reader's touched: what scripts, and the reader,
  // have done to the rest stays.
  let sent;
  const seen = new WeakMap();

  function remember(copy, node) {
    seen.set(copy, node);
    for (let c = copy.firstChild, n = node.firstChild; c && n; c = c.nextSibling, n = n.nextSibling) {
      remember(c, n);
    }
  }

  // Two equal pages: what is seen of one is seen of the other.
  function inherit(before, after) {
    seen.set(after, seen.get(before));
    for (let b = before.firstChild, a = after.firstChild; b && a; b = b.nextSibling, a = a.nextSibling) {
      inherit(b, a);
    }
  }

  function make(after) {
    const node = document.importNode(after, true);
    remember(after, node);
    return node;
  }

  let touched = false; // by the update that is being applied

  function morph(before, after) {
    const node = seen.get(before);
    if (before.isEqualNode(after)) {
      inherit(before, after);
      return;
    }
    seen.set(after, node);
    if (before.nodeType !== ELEMENT) {
      touched = true;
      rewrite(node, after.data);
      return;
    }
    if (isSheet(before) && before.outerHTML !== after.outerHTML) {
      touched = true;
      swapSheet(node, after);
      return;
    }
    morphAttributes(before, after, node);
    // without scripts a <noscript> is read as elements, which are not for this page
    if (before.nodeName !== 'NOSCRIPT') {
      morphChildren(before, after, node);
    }
  }

  // Replaces only what is other, so that a selection elsewhere in the text stays.
  function rewrite(text, data) {
    const old = text.data;
    const most = Math.min(old.length, data.length);
    let start = 0;
    while (start < most && old[start] === data[start]) {
      start++;
    }
    let end = 0;
    while (end < most - start && old[old.length - 1 - end] === data[data.length - 1 - end]) {
      end++;
    }
    text.replaceData(start, old.length - start - end, data.slice(start, data.length - end));
  }

  function morphAttributes(before, after, node) {
    for (const attribute of after.attributes) {
      if (before.getAttribute(attribute.name) !== attribute.value) {
        touched ||= attribute.name !== 'data-edition'; // which is no change of the page
        node.setAttributeNode(document.importNode(attribute, true));
      }
    }
    for (const { name } of before.attributes) {
      if (!after.hasAttribute(name)) {
        touched = true;
        node.removeAttribute(name);
      }
    }
  }

  function morphChildren(before, after, node) {
    const { pairs, moved } = align([...before.childNodes], [...after.childNodes]);
    const kept = new Set(pairs.values());
    for (const child of before.childNodes) {
      if (!kept.has(child)) {
        touched = true;
        seen.get(child).remove();
      }
    }
    let previous = null;
    for (const child of after.childNodes) {
      const old = pairs.get(child);
      if (old) {
        morph(old, child);
      }
      const its = old ? seen.get(child) : make(child);
      if (!old || moved.has(child)) {
        touched = true;
        place(node, its, previous?.parentNode === node ? previous.nextSibling : node.firstChild);
      }
      previous = its;
    }
  }

  // A node that is moved in one step keeps its focus and plays on, where the browser can do that.
  function place(parent, node, next) {
    if (node === next) {
      return;
    }
    if (parent.moveBefore && node.isConnected) {
      parent.moveBefore(node, next);
    } else {
      parent.insertBefore(node, next);
    }
  }

  // ---------------------------------------------------------------------------------------------- which node is which

  const MOST_CELLS = 250_000;

  // Finds for new children the old ones that they take the place of.
  function align(olds, news) {
    const pairs = new Map();
    const moved = new Set();
    let start = 0;
    while (start < olds.length && start < news.length && olds[start].isEqualNode(news[start])) {
      pairs.set(news[start], olds[start]);
      start++;
    }
    let oldEnd = olds.length;
    let newEnd = news.length;
    while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) {
      pairs.set(news[--newEnd], olds[--oldEnd]);
    }
    const before = olds.slice(start, oldEnd).map(describe);
    const after = news.slice(start, newEnd).map(describe);
    const cells = before.length * after.length;
    for (const [o, n] of cells > MOST_CELLS ? oneByOne(before, after) : inOrder(before, after)) {
      pairs.set(n.node, o.node);
    }
    const taken = new Set(pairs.values());
    for (const n of after.filter((d) => d.node.nodeType === ELEMENT && !pairs.has(d.node))) {
      const o = before.find((d) => !taken.has(d.node) && likeness(d, n) >= SAME);
      if (o) {
        pairs.set(n.node, o.node);
        taken.add(o.node);
        moved.add(n.node);
      }
    }
    return { pairs, moved };
  }

  function describe(node) {
    if (node.nodeType !== ELEMENT) {
      return { node, kind: String(node.nodeType), id: '', text: node.data ?? '', slight: true };
    }
    const kind = ['rel', 'name', 'property', 'http-equiv', 'type'].map((a) => node.getAttribute(a) ?? '');
    return { node, kind: [node.nodeName, ...kind].join(' '), id: node.id, text: node.outerHTML, slight: false };
  }

  const SAME = 3;

  // How much speaks for taking a node as another: nothing where they are of two kinds.
  function likeness(o, n) {
    if (o.kind !== n.kind || o.id !== n.id) {
      return 0;
    }
    if (o.slight && !o.text.trim() && !n.text.trim()) {
      return 0.1; // blanks between elements are no hold
    }
    if (o.id || o.text === n.text) {
      return SAME;
    }
    const [short, long] = o.text.length < n.text.length ? [o.text, n.text] : [n.text, o.text];
    let start = 0;
    while (start < short.length && short[start] === long[start]) {
      start++;
    }
    let end = 0;
    while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) {
      end++;
    }
    return 1 + (start + end) / (long.length || 1);
  }

  // The pairs, both in order, for which most speaks.
  function inOrder(before, after) {
    const width = after.length + 1;
    const best = new Float64Array((before.length + 1) * width);
    const likes = new Float64Array((before.length + 1) * width);
    for (let o = before.length - 1; o >= 0; o--) {
      for (let n = after.length - 1; n >= 0; n--) {
        const here = o * width + n;
        likes[here] = likeness(before[o], after[n]);
        const paired = likes[here] && likes[here] + best[here + width + 1];
        best[here] = Math.max(paired, best[here + width], best[here + 1]);
      }
    }
    const pairs = [];
    for (let o = 0, n = 0; o < before.length && n < after.length; ) {
      const here = o * width + n;
      if (likes[here] && best[here] === likes[here] + best[here + width + 1]) {
        pairs.push([before[o++], after[n++]]);
      } else if (best[here] === best[here + width]) {
        o++;
      } else {
        n++;
      }
    }
    return pairs;
  }

  function oneByOne(before, after) {
    const most = Math.min(before.length, after.length);
    return before.slice(0, most).map((o, i) => [o, after[i]]).filter(([o, n]) => likeness(o, n) > 0);
  }

  // ---------------------------------------------------------------------------------------------- style sheets

  const SHEET_WAIT = 2_000; // milliseconds, after which the text is shown without
  let sheets = []; // that are loading

  function isSheet(node) {
    return node.nodeName === 'LINK' && node.relList.contains('stylesheet');
  }

  // The new sheet is loaded beside the old one, which goes only then: the page is never without.
  function swapSheet(link, after) {
    const fresh = make(after);
    const loaded = new Promise((done) => {
      fresh.onload = fresh.onerror = done;
      setTimeout(done, SHEET_WAIT);
    });
    link.after(fresh);
    sheets.push(loaded.then(() => link));
  }

  // ---------------------------------------------------------------------------------------------- the reader's place

  // What begins in the window, from its top, and how far below; where nothing does, what reaches into it.
  function places(parent = document.body, found = []) {
    for (const element of parent.children) {
      const { top, bottom, height } = element.getBoundingClientRect();
      const across = height > 0 && (bottom <= 0 || top >= innerHeight);
      if (across || found.length > 20 || /fixed|sticky/.test(getComputedStyle(element).position)) {
        continue;
      }
      if (height > 0 && top >= 0) {
        found.push([element, top]);
      } else {
        const many = found.length;
        places(element, found);
        if (found.length === many && height > 0) {
          found.push([element, top]);
        }
      }
    }
    return found;
  }

  // Scrolls so that the first of these that is still there is where it was, whatever has grown above it.
  function keepPlace(before) {
    const [element, top] = before.find(([e]) => e.isConnected && e.getClientRects().length) ?? [];
    const moved = element ? element.getBoundingClientRect().top - top : 0;
    if (Math.abs(moved) >= 1) {
      scrollBy({ top: moved, behavior: 'instant' });
    }
  }

  // ---------------------------------------------------------------------------------------------- updates

  let edition = ours?.dataset.edition ?? '';
  let wanted = null;
  let busy = false;

  // One at a time; of those that come meanwhile only the last.
  async function update(told) {
    wanted = told;
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (wanted !== null && wanted !== edition) {
        const next = wanted;
        wanted = null;
        await take(next);
      }
    } catch (e) {
      console.warn('The page could not be changed in place', e);
      location.reload();
    } finally {
      busy = false;
    }
  }

  async function take(told) {
    let response;
    let text;
    try {
      response = await fetch(location.pathname + location.search, { cache: 'no-store' });
      text = await response.text();
    } catch {
      retry(); // the server has gone; when it is back it tells again
      return;
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    const script = page.querySelector(OURS);
    const known = edition;
    edition = script?.dataset.edition ?? told;
    if (response.redirected) {
      location.replace(response.url + location.hash);
    } else if (!response.ok && isFine()) {
      problems.lost(response.status);
    } else if (!script || !isHtml(response) || running(page) !== running(sent)) {
      location.reload();
    } else {
      await apply(page.documentElement);
      const back = problems.lost(0);
      if (!touched && !back && edition !== known) {
        reloadOnce(told); // a picture or another file that the page shows is what has changed
      }
    }
  }

  const isFine = () => Number(ours.dataset.status || 200) < 400;
  const isHtml = (response) => (response.headers.get('Content-Type') ?? '').startsWith('text/html');

  // What ran cannot be undone, so a page with other scripts is loaded anew.
  function running(page) {
    const data = (element) => element.type && !/^module$|script$|map$|rules$/i.test(element.type);
    return [...page.querySelectorAll('script, template')]
      .filter((element) => !element.matches(OURS) && !data(element))
      .map((element) => element.outerHTML)
      .join('\n');
  }

  async function apply(page) {
    touched = false;
    sheets = [];
    const at = scrollY;
    let before = at > 0 ? places() : [];
    const child = (root, name) => root.querySelector(':scope > ' + name);
    morph(child(sent, 'head'), child(page, 'head'));
    const old = await Promise.all(sheets);
    if (scrollY !== at) {
      before = places(); // the reader has gone on meanwhile
    }
    seen.set(page, document.documentElement);
    morphAttributes(sent, page, document.documentElement);
    morph(child(sent, 'body'), child(page, 'body'));
    old.forEach((link) => link.remove());
    banner.show(ours.dataset);
    keepPlace(before);
    sent = page;
    appliedAt = performance.now();
  }

  // Should the server go on to say that the page is another, it is not loaded for ever.
  function reloadOnce(told) {
    if (sessionStorage.getItem('levee-reloaded') !== told) {
      sessionStorage.setItem('levee-reloaded', told);
      location.reload();
    }
  }

  // The policy that the page was sent with may refuse what it shows now: then it needs the new one.
  let appliedAt = -Infinity;
  document.addEventListener('securitypolicyviolation', (event) => {
    if (performance.now() - appliedAt < 2_000 && /^(img|font|media|frame)-src|^style-src-elem/.test(event.effectiveDirective)) {
      location.reload();
    }
  });

  // ---------------------------------------------------------------------------------------------- the connection

  let stream = null;
  let wait = 250; // milliseconds until the next attempt

  // A browser has few connections for a host, so tabs that nobody looks at have none.
  function connect() {
    if (stream || document.hidden) {
      return;
    }
    const page = encodeURIComponent(location.pathname);
    stream = new EventSource(`/.levee/events?page=${page}&edition=${encodeURIComponent(edition)}`);
    stream.onopen = () => (wait = 250);
    stream.onerror = retry;
    stream.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'update') {
        update(String(message.edition));
      } else if (message.type === 'problems') {
        problems.show(message.problems, message.more ?? 0);
      }
    };
  }

  function disconnect() {
    stream?.close();
    stream = null;
  }

  // The browser's own attempts would name the edition that the page had first.
  function retry() {
    disconnect();
    setTimeout(connect, wait);
    wait = Math.min(2_000, wait * 2);
  }

  // ---------------------------------------------------------------------------------------------- what is shown

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      key.includes('-') || key === 'role' ? made.setAttribute(key, value) : (made[key] = value);
    }
    made.append(...children.filter((child) => child !== ''));
    return made;
  }

  // A constructed style sheet is one that the strictest policy lets be.
  function shadow(css) {
    const host = document.createElement('levee-preview');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(COLOURS + css);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  const COLOURS = `
    :host {
      all: initial !important; color-scheme: light dark !important; z-index: 2147483647 !important;
      --back: #fff; --text: #1b2026; --dim: #56606b; --rule: #d5dae0; --code: #f2f4f6;
      --error: #b3261e; --warning: #7d4a00; --mark: #ffdcd8; --link: #0b57a4; --note: #fff1c2; --note-text: #3a2c00;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --back: #171b20; --text: #e9ecef; --dim: #a9b2bc; --rule: #3a424b; --code: #0e1115;
        --error: #ff9d94; --warning: #ffc46b; --mark: #6b1f1a; --link: #8fc4ff; --note: #4b3b00; --note-text: #fff0c0;
      }
    }
    @media print { :host { display: none !important; } }
    *, ::before { box-sizing: border-box; margin: 0; }
    [hidden] { display: none !important; }
    button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; border-radius: 6px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
    .close { inline-size: 2rem; block-size: 2rem; font-size: 1.25rem; line-height: 1; flex: none; }
    .close:hover { background: color-mix(in srgb, currentcolor 12%, transparent); }
  `;

  const closer = (label, onclick) =>
    element('button', { className: 'close', type: 'button', 'aria-label': label, title: label, onclick }, '×');

  // ---------------------------------------------------------------------------------------------- problems

  const problems = (() => {
    const root = shadow(`
      :host { display: block !important; position: fixed !important; }
      .panel, .badge { position: fixed; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
      .panel {
        inset: auto 0 0; max-block-size: 50vh; display: flex; flex-direction: column;
        border-block-start: 4px solid var(--accent); box-shadow: 0 -4px 24px #0004;
      }
      header {
        display: flex; align-items: center; gap: .75rem; justify-content: space-between;
        padding: .375rem .5rem .375rem 1.25rem; border-block-end: 1px solid var(--rule);
      }
      h2 { font-size: 1em; font-weight: 650; color: var(--accent); }
      .list { overflow: auto; overscroll-behavior: contain; padding: 0 1.25rem .5rem; list-style: none; }
      li { padding-block: .75rem; }
      li + li { border-block-start: 1px solid var(--rule); }
      .where { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; font-size: .875em; }
      .severity { font-weight: 650; color: var(--error); }
      .warning .severity { color: var(--warning); }
      .place { font-family: ui-monospace, monospace; overflow-wrap: anywhere; color: var(--text); }
      a.place { color: var(--link); text-underline-offset: .15em; }
      .code { color: var(--dim); margin-inline-start: auto; }
      .message { font-weight: 550; margin-block-start: .125rem; max-inline-size: 75ch; overflow-wrap: anywhere; }
      .hint { color: var(--dim); max-inline-size: 75ch; overflow-wrap: anywhere; }
      .hint::before { content: "→ "; }
      pre {
        margin-block: .375rem; padding: .375rem .75rem; overflow-x: auto; border-radius: 6px; background: var(--code);
        font: .875em/1.6 ui-monospace, monospace; tab-size: 2;
      }
      .number { color: var(--dim); user-select: none; padding-inline-end: 1em; }
      mark {
        color: inherit; background: var(--mark); border-radius: 2px;
        text-decoration: underline wavy var(--error) 1px; text-underline-offset: .25em;
      }
      .more { color: var(--dim); }
      .badge {
        inset: auto .75rem .75rem auto; padding: .375rem .875rem; border-radius: 99px; font-size: 14px; font-weight: 600;
        color: var(--accent); border: 1px solid currentcolor; box-shadow: 0 2px 8px #0003;
      }
      .badge:hover { background: var(--code); }
      .spoken { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
      .errors { --accent: var(--error); }
      .warnings { --accent: var(--warning); }
    `);
    const title = element('h2', { id: 'title' });
    const list = element('ol', { className: 'list', role: 'list', tabIndex: 0, 'aria-labelledby': 'title' });
    const panel = element(
      'section',
      { className: 'panel', id: 'panel', role: 'region', 'aria-labelledby': 'title', hidden: true },
      element('header', {}, title, closer('Close (Escape)', close)),
      list,
    );
    const badge = element('button', { className: 'badge', type: 'button', 'aria-controls': 'panel', hidden: true, onclick: unfold });
    const spoken = element('p', { className: 'spoken', role: 'status' }); // read out without taking the focus
    root.append(panel, badge, spoken);

    let known = [];
    let more = 0;
    let status = 0;
    let dismissed = new Set();
    let unfolded = false; // by the reader

    const key = (problem) => [problem.code, problem.file, problem.message].join('\n');

    const isError = (problem) => problem.severity === 'error';

    // What says why a page cannot be made comes before that it cannot.
    function all() {
      const lost = status ? [gone(status)] : [];
      return [...known.filter(isError), ...lost, ...known.filter((p) => !isError(p))];
    }

    function gone(status) {
      const what = status < 500 ? 'There is no page at this address any more' : 'This page cannot be made as it is';
      return { severity: 'error', message: what, hint: 'what is shown is how it was last', code: 'HTTP ' + status };
    }

    function render() {
      const errors = all().filter(isError);
      dismissed = new Set([...dismissed].filter((k) => errors.some((p) => key(p) === k)));
      unfolded &&= all().length > 0;
      const open = unfolded || errors.some((p) => !dismissed.has(key(p)));
      const counts = [count(errors.length, 'error'), count(all().length - errors.length, 'warning')];
      const summary = counts.filter((c) => c).join(', ') + (more ? ` and ${more} more` : '');
      panel.className = 'panel ' + (errors.length ? 'errors' : 'warnings');
      badge.className = 'badge ' + (errors.length ? 'errors' : 'warnings');
      title.textContent = badge.textContent = spoken.textContent = summary;
      list.replaceChildren(...all().map(item), ...(more ? [element('li', { className: 'more' }, `… and ${more} more`)] : []));
      panel.hidden = !open;
      badge.hidden = open || !summary;
      badge.setAttribute('aria-expanded', open);
      if (summary && !root.host.isConnected) {
        document.documentElement.append(root.host);
      }
    }

    const count = (n, word) => (n ? `${n} ${word}${n === 1 ? '' : 's'}` : '');

    function item(problem) {
      const { severity, file, line, column, message, hint, code, editor } = problem;
      const place = [file, line || '', (line && column) || ''].filter((part) => part).join(':');
      return element(
        'li',
        { className: severity },
        element(
          'p',
          { className: 'where' },
          element('span', { className: 'severity' }, isError(problem) ? 'Error' : 'Warning'),
          !place ? '' : editor ? element('a', { className: 'place', href: editor }, place) : element('span', { className: 'place' }, place),
          element('code', { className: 'code' }, code),
        ),
        problem.source ? excerpt(problem) : '',
        element('p', { className: 'message' }, message),
        hint ? element('p', { className: 'hint' }, hint) : '',
      );
    }

    // The line, and in it the word at which something is wrong.
    function excerpt({ line, source, mark }) {
      const number = element('span', { className: 'number' }, String(line));
      if (!(mark >= 0)) {
        return element('pre', {}, number, source);
      }
      const word = /^(?:[^\s()[\]{}<>"',;:]+|.)/su.exec(source.slice(mark))?.[0] ?? '';
      const after = source.slice(mark + word.length);
      return element('pre', {}, number, source.slice(0, mark), element('mark', {}, word || ' '), after);
    }

    function unfold() {
      unfolded = true;
      render();
    }

    function close() {
      unfolded = false;
      all().forEach((p) => dismissed.add(key(p)));
      render();
    }

    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !panel.hidden) {
        close();
      }
    });

    return {
      show(now, others) {
        known = now;
        more = others;
        render();
      },
      // The status with which the server answers instead of the page that is shown; 0 where it has it. Returns whether
      // it was another.
      lost(now) {
        const other = status !== now;
        status = now;
        if (other) {
          render();
        }
        return other;
      },
    };
  })();

  // ---------------------------------------------------------------------------------------------- what is not published

  const banner = (() => {
    const root = shadow(`
      :host { display: block !important; position: sticky !important; inset-block-start: 0 !important; }
      .banner {
        display: flex; align-items: center; gap: .75rem; padding: .25rem .5rem .25rem 1.25rem;
        font: 14px/1.45 system-ui, sans-serif; color: var(--note-text); background: var(--note);
        border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent);
      }
      p { flex: 1; }
      strong { font-weight: 650; margin-inline-end: .5em; }
    `);
    const WORDS = { draft: 'Draft', future: 'Not published yet', expired: 'No longer published' };
    let shown = '';

    return {
      show({ state = '', reason = '' }) {
        if (state + reason === shown) {
          return; // or was dismissed
        }
        shown = state + reason;
        root.host.remove();
        if (state) {
          const text = element('p', {}, element('strong', {}, WORDS[state] ?? state), reason);
          const note = { className: 'banner', role: 'note', 'aria-label': 'Preview' };
          root.replaceChildren(element('div', note, text, closer('Hide', () => root.host.remove())));
          document.documentElement.insertBefore(root.host, document.body);
        }
      },
    };
  })();

  // ---------------------------------------------------------------------------------------------- start

  function start() {
    const inert = document.implementation.createHTMLDocument('');
    sent = inert.importNode(document.documentElement, true);
    remember(sent, document.documentElement);
    banner.show(ours.dataset);
    connect();
    document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
    addEventListener('pagehide', disconnect);
    addEventListener('pageshow', connect);
  }

  if (ours && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else if (ours) {
    start();
  }
})();

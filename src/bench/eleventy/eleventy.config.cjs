// The lists, their pages and their feeds, which the other generators make by themselves.
const PAGE_SIZE = 20;

const inSection = (article) => article.page.filePathStem.split("/")[2];
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const upper = (text) => text[0].toUpperCase() + text.slice(1);

function articles(api) {
  return api.getFilteredByTag("article").reverse();
}

function group(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const sections = (api) => group(articles(api), (a) => [inSection(a)]);
const terms = (api) => group(articles(api), (a) => a.data.tags.filter((t) => t !== "article"));

function lists(api) {
  return [
    { url: "/", title: "The Bench", items: articles(api) },
    ...sections(api).map(([name, items]) => ({ url: `/${name}/`, title: upper(name), items })),
    ...terms(api).map(([name, items]) => ({ url: `/tags/${name}/`, title: name, items })),
  ];
}

function pages(list) {
  const count = Math.ceil(list.items.length / PAGE_SIZE);
  const url = (number) => (number === 1 ? list.url : `${list.url}page/${number}/`);
  return Array.from({ length: count }, (_, i) => ({
    url: url(i + 1),
    title: list.title,
    items: list.items.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE),
    previous: i > 0 ? url(i) : undefined,
    next: i + 1 < count ? url(i + 2) : undefined,
  }));
}

module.exports = (config) => {
  config.addPassthroughCopy("main.css");
  config.amendLibrary("md", (markdown) => {
    markdown.renderer.rules.heading_open = (tokens, i, options, env, renderer) => {
      tokens[i].attrSet("id", slug(tokens[i + 1].content));
      return renderer.renderToken(tokens, i, options);
    };
  });
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("day", (date) =>
    date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
  config.addFilter("minutes", (html) => Math.ceil(html.replace(/<[^>]*>/g, " ").split(/\s+/).length / 220));
  config.addFilter("headings", (html) =>
    [...html.matchAll(/<h[23] id="([^"]*)">(.*?)<\/h/g)].map(([, id, text]) => ({ id, text })));
  config.addFilter("topics", (tags) => tags.filter((tag) => tag !== "article"));
  config.addCollection("newest", articles);
  config.addCollection("sections", (api) => sections(api).map(([name]) => ({ name, title: upper(name) })));
  config.addCollection("terms", (api) => terms(api).map(([name, items]) => ({ name, count: items.length })));
  config.addCollection("lists", lists);
  config.addCollection("listPages", (api) => lists(api).flatMap(pages));
  return { dir: { input: ".", includes: "layouts", output: "_site" }, markdownTemplateEngine: false };
};

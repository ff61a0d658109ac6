module.exports = {
  layout: "article.liquid",
  tags: "article",
  permalink: (data) => data.page.filePathStem.replace("/content", "") + "/",
};

package dev.levee;

/// Sites that several tests build.
public final class Samples {

  private Samples() {}

  /// A magazine that has one of everything, with the smallest theme that shows it.
  public static final String OBSERVER =
      """
      -- levee.yaml --
      title: The Observer
      tagline: We saw it
      url: https://example.org
      description: News of the river.
      pagination: {size: 2}
      assets: {bundle: false, minify: false}
      -- content/_index.md --
      ---
      title: Home
      ---
      -- content/_data/authors.yaml --
      ada:
        name: Ada Writer
        bio: Writes.
      bob:
        name: Bob Guest
      -- content/about.md --
      ---
      title: About us
      ---
      Who we are.
      -- content/news/_index.md --
      ---
      title: News
      tagline: What happened
      image: /pictures/map.svg
      ---
      All the *news*.
      -- content/news/flood/index.md --
      ---
      title: The flood
      dek: It came at night.
      date: 2016-11-08T21:30:00Z
      updated: 2016-11-09T08:00:00Z
      authors: [ada, bob]
      tags: [River, Night]
      categories: [Weather]
      series: High water
      image: {src: water.svg, alt: Water, caption: The square, credit: Ada}
      featured: true
      aliases: [/old/flood/, /2016/flood.html]
      corrections: [{date: 2016-11-09, text: It was Tuesday.}]
      ---
      The water *rose*. ![Square](water.svg) See [the town](../town.md).

      ## Afterwards

      It fell.
      -- content/news/flood/water.svg --
      not really a picture
      -- content/news/town.md --
      ---
      title: The town
      date: 2016-10-01
      authors: ada
      tags: river
      series: High water
      ---
      A town.
      -- content/news/bridge.md --
      ---
      title: The bridge
      date: 2015-03-02
      ---
      A bridge.
      -- content/pictures/map.svg --
      <svg xmlns="http://www.w3.org/2000/svg"/>
      """;

  /// A theme that shows little of everything, so that the real one may change freely.
  public static final String TINY_THEME =
      """
      -- templates/base.ftlh --
      <!doctype html>
      <html lang="${page.language}">
      <title>${page.documentTitle}</title>
      <link rel="stylesheet" href="${asset("css/tiny.css")}">
      <link rel="canonical" href="${page.canonical}">
      <#list page.feeds as feed>
      <link rel="alternate" type="${feed.type}" href="${feed.href}">
      </#list>
      <script type="application/ld+json">${page.jsonLd}</script>
      <@main/>
      </html>
      -- templates/partials/list.ftlh --
      <ul>
      <#list list.items as item>
      <li><a href="${item.href}">${item.title}</a>: ${item.summary}</li>
      </#list>
      </ul>
      <#if list.pager.next?has_content><a href="${list.pager.next}">Older</a></#if>
      -- templates/list.ftlh --
      <#macro main>
      <h1>${list.kind}: ${list.title}</h1>
      <#include "/partials/list.ftlh">
      </#macro>
      <#include "base.ftlh">
      -- templates/article.ftlh --
      <#macro main>
      <article>
      <h1>${article.title}</h1>
      <#if article.date??><time datetime="${article.date.iso}">${article.date.text}</time></#if>
      ${article.content}
      </article>
      </#macro>
      <#include "base.ftlh">
      -- templates/overview.ftlh --
      <#macro main>
      <h1>${overview.title}</h1>
      <#list overview.items as entry>
      <a href="${entry.href}">${entry.title} (${entry.count})</a>
      </#list>
      </#macro>
      <#include "base.ftlh">
      -- templates/404.ftlh --
      <#macro main>
      <h1>Not here</h1>
      </#macro>
      <#include "base.ftlh">
      -- templates/home.ftlh --
      <#include "list.ftlh">
      -- templates/section.ftlh --
      <#include "list.ftlh">
      -- templates/term.ftlh --
      <#include "list.ftlh">
      -- templates/author.ftlh --
      <#include "list.ftlh">
      -- templates/series.ftlh --
      <#include "list.ftlh">
      -- templates/archive.ftlh --
      <#include "list.ftlh">
      -- templates/archive/overview.ftlh --
      <#include "/overview.ftlh">
      -- templates/authors/overview.ftlh --
      <#include "/overview.ftlh">
      -- templates/series/overview.ftlh --
      <#include "/overview.ftlh">
      -- templates/assets/css/tiny.css --
      body { margin: 0 }
      """;
}

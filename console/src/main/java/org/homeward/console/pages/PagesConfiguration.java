package org.homeward.console.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import org.homeward.frame.node.NodeSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates, words, files, and the pages that are made of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
public class PagesConfiguration {

  /** Where the build puts the templates of the rooms. */
  private static final String TEMPLATES = "org.homeward.console";

  /** The templates that the build has compiled; there is no compiler here. */
  @Bean
  TemplateEngine templates() {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, PagesConfiguration.class.getClassLoader(), TEMPLATES);
    engine.setTrimControlStructures(true);
    return engine;
  }

  @Bean
  WordFiles wordFiles() {
    return WordFiles.read();
  }

  @Bean
  BrowserFiles browserFiles() {
    return BrowserFiles.read();
  }

  @Bean
  HttpPages pages(
      TemplateEngine templates,
      WordFiles wordFiles,
      BrowserFiles browserFiles,
      PageSettings settings,
      NodeSettings node,
      Clock clock) {
    return new HttpPages(templates, wordFiles, browserFiles, settings, node.node(), clock);
  }

  @Bean
  FilesController filesController(BrowserFiles browserFiles) {
    return new FilesController(browserFiles);
  }

  @Bean
  LanguageController languageController(HttpPages pages) {
    return new LanguageController(pages);
  }
}

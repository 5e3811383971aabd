package org.homeward.console.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.frame.node.NodeSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

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

  /** Readers of a notice load its style; nobody's login waits for them. */
  @Bean
  AllowanceRow filePlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/assets/**", Allowance.ASSETS);
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
      ObjectProvider<Colleagues> colleagues,
      Clock clock) {
    return new HttpPages(
        templates,
        wordFiles,
        browserFiles,
        settings,
        node.node(),
        new LateColleagues(colleagues),
        clock);
  }

  @Bean
  FilesController filesController(BrowserFiles browserFiles) {
    return new FilesController(browserFiles);
  }

  @Bean
  LanguageController languageController(HttpPages pages) {
    return new LanguageController(pages);
  }

  /** Whoever knows colleagues by name needs pages to be there first. */
  private record LateColleagues(ObjectProvider<Colleagues> known) implements Colleagues {

    @Override
    public Optional<String> name(String id) {
      return known.getObject().name(id);
    }

    @Override
    public Map<String, String> team() {
      return known.getObject().team();
    }
  }
}

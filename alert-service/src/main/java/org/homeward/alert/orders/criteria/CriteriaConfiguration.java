package org.homeward.alert.orders.criteria;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of countries' rules: those that come with the service, and those of the administrator.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CriteriaSettings.class)
public class CriteriaConfiguration {

  private static final String SHIPPED = "classpath*:country-rules/*.json";

  @Bean
  CountryRules countryRules(CriteriaSettings settings) throws IOException {
    List<CountryRule> rules = new ArrayList<>(read(SHIPPED));
    if (!settings.countryRules().isBlank()) {
      for (CountryRule own : read("file:" + settings.countryRules() + "/*.json")) {
        rules.removeIf(rule -> rule.country().equals(own.country()));
        rules.add(own);
      }
    }
    return new CountryRules(rules);
  }

  private static List<CountryRule> read(String pattern) throws IOException {
    List<CountryRule> rules = new ArrayList<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      try (InputStream bytes = file.getInputStream()) {
        rules.add(RuleFile.read(String.valueOf(file.getFilename()), bytes));
      }
    }
    return rules;
  }
}

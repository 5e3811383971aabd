package org.homeward.console.api;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.homeward.console.login.HttpTokens;
import org.homeward.console.pages.HttpPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The client of the API, and the pages about its failures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
public class ApiConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  @Bean(destroyMethod = "close")
  HttpClient apiClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  @Bean
  HttpApi api(HttpClient apiClient, ApiSettings settings, HttpTokens tokens) {
    return new HttpApi(apiClient, settings, tokens);
  }

  @Bean
  HttpColleagues colleagues(HttpApi api, Clock clock) {
    return new HttpColleagues(api, clock);
  }

  @Bean
  WebMvcConfigurer failurePages(HttpPages pages) {
    return new WebMvcConfigurer() {
      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new HttpFailures(pages));
      }
    };
  }
}

package org.homeward.face.conditional;

import java.util.List;
import org.homeward.face.door.WaitingBodies;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Bodies read once and bounded; commands and preconditions as arguments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConditionalSettings.class)
public class ConditionalConfiguration {

  /** After security (-100), so that unknown callers cannot fill the memory. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      ConditionalSettings settings, WaitingBodies bodies) {
    var registration =
        new FilterRegistrationBean<>(new BodyLimitFilter((int) settings.limit().toBytes(), bodies));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  @Bean
  WebMvcConfigurer conditionalArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ConditionalArguments());
      }
    };
  }

  @Bean
  PostsAreCommands postsAreCommands(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    return new PostsAreCommands(handlers);
  }
}

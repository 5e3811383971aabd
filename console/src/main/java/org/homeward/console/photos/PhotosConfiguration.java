package org.homeward.console.photos;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of photos and papers. */
@Configuration(proxyBeanMethods = false)
public class PhotosConfiguration {

  @Bean
  PhotosController photosController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new PhotosController(api, pages, node.node(), clock);
  }

  @Bean
  PapersController papersController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new PapersController(api, pages, node.node(), clock);
  }

  @Bean
  CollectController collectController(HttpApi api, HttpPages pages) {
    return new CollectController(api, pages);
  }

  @Bean
  PaperController paperController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new PaperController(api, pages, node.node(), clock);
  }

  @Bean
  PhotoController photoController(HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new PhotoController(api, pages, node.node(), clock);
  }
}

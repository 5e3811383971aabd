package org.homeward.console.login;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** How the issuer is asked: a silent one holds nobody up for longer than this. */
final class HttpPatience {

  private final JdkClientHttpRequestFactory requests;

  /**
   * @param longest until the connection stands, and from then until the answer
   */
  HttpPatience(Duration longest) {
    this.requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(longest)
                .build());
    requests.setReadTimeout(longest);
  }

  RestClient client() {
    return RestClient.builder().requestFactory(requests).build();
  }

  /** Asks for tokens; as the library's own client does, but for the patience. */
  RestClient tokenClient() {
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** Asks for the keys of id tokens. */
  RestOperations keyClient() {
    return new RestTemplate(requests);
  }
}

package org.homeward.face.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Problems in MVC, in the filters before it and in the container around it. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

  private static final String USER_DATA_IN_LOG = "org.apache.juli.logging.UserDataHelper.CONFIG";

  @Bean
  Translation problemTranslation(ObjectProvider<ProblemMapping> mappings) {
    List<ProblemMapping> ordered = mappings.orderedStream().toList();
    return new Translation(ordered);
  }

  @Bean
  ProblemAdvice problemAdvice(Translation translation) {
    return new ProblemAdvice(translation);
  }

  @Bean
  ProblemErrorController problemErrorController() {
    return new ProblemErrorController();
  }

  @Bean
  FilterRegistrationBean<RequestTraceFilter> requestTraceFilter(Translation translation) {
    var registration = new FilterRegistrationBean<>(new RequestTraceFilter(translation));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /**
   * Firewall-rejected URLs and methods; the text of the rejection repeats the URL and stays inside.
   */
  @Bean
  RequestRejectedHandler problemRejectedHandler() {
    return (request, response, _) ->
        Problems.write(request, response, FaceProblem.MALFORMED.problem());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietTomcat() {
    return tomcat -> {
      // Tomcat would log the first malformed request line and cookie as they came.
      System.setProperty(USER_DATA_IN_LOG, "NONE"); // upholds 8
      tomcat.addContextCustomizers(
          context ->
              ((StandardHost) context.getParent())
                  .setErrorReportValveClass(ProblemReportValve.class.getName()));
    };
  }
}

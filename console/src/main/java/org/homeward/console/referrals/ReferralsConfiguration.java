package org.homeward.console.referrals;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of referrals. */
@Configuration(proxyBeanMethods = false)
public class ReferralsConfiguration {

  @Bean
  ReferralsController referralsController(HttpApi api, HttpPages pages, Clock clock) {
    return new ReferralsController(api, pages, clock);
  }

  @Bean
  FileReferralsController fileReferralsController(HttpApi api, HttpPages pages, Clock clock) {
    return new FileReferralsController(api, pages, clock);
  }

  @Bean
  ReferralController referralController(HttpApi api, HttpPages pages, Clock clock) {
    return new ReferralController(api, pages, clock);
  }
}

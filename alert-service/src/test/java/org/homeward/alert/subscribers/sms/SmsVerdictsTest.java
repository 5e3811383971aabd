package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsVerdictsTest {

  private static final int MOST = 0x5ff;

  @Test
  @Proves(2)
  void everyStatusIsACertainRefusal() {
    for (int status = 1; status <= MOST; status++) {
      MailResult result = SmsVerdicts.refused(status);
      assertThat(result)
          .isInstanceOfAny(MailResult.Never.class, MailResult.Later.class)
          .satisfies(refused -> assertThat(SmsVerdicts.isAnswer(refused)).isTrue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, Never",
    "11, Never",
    "80, Never",
    "8, Later",
    "20, Later",
    "88, Later",
    "14, Later"
  })
  void onlyWhatIsAboutTheRecipientIsForGood(int status, String kind) {
    assertThat(SmsVerdicts.refused(status).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'id:1 sub:001 dlvrd:001 submit date:2603011200 done date:2603011201 stat:DELIVRD err:000 text:x', delivrd",
    "'id:1 stat:UNDELIV err:001', undeliv",
    "'id:1 stat:WHATEVER', unknown",
    "'', unknown"
  })
  void stateOfAReceiptIsOneOfTheList(String receipt, String state) {
    assertThat(ReceiptState.of(receipt)).isEqualTo(state);
  }
}

package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

  @ParameterizedTest
  @CsvSource({
    "sr, Нестало дете: Њива Љиљана Џеп Ђак, Nestalo dete: Njiva Ljiljana Dzep Djak",
    "sr, Važi do ponoći – čekajte Đorđa, Vazi do ponoci - cekajte Djordja",
    "sr, Győr, Gyor",
    "sr, 北京, 北京",
    "el, Ειδοποίηση ΐ ϋ ς, EIΔOΠOIHΣH I Y Σ",
    "el, Αθήνα 116 000, AΘHNA 116 000",
    "en, Žarko’s “café”…, 'Zarko''s \"café\"...'",
    "en, Đakovica i Šabac, Djakovica i Sabac",
    "en, Нови Сад, Нови Сад"
  })
  void lettersBecomeWhatReadersOfTheLanguageAreUsedTo(String language, String text, String plain) {
    assertThat(Transliteration.of(text, language)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "sr, АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш",
    "sr, ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽabcčćdđefghijklmnoprsštuvzž",
    "el, ΑΆΒΓΔΕΈΖΗΉΘΙΊΪΚΛΜΝΞΟΌΠΡΣΤΥΎΫΦΧΨΩΏαάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ"
  })
  void everyLetterOfTheLanguageIsOnEveryPhone(String language, String letters) {
    assertThat(Gsm.encoded(Transliteration.of(letters, language))).isPresent();
  }
}

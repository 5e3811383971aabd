package org.homeward.console.registers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.pages.Words;

/**
 * A form about an entry of a register.
 *
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 * @param key makes a repeated form of this page one command
 */
record RegisterForm(Map<String, String> typed, Map<String, String> wrong, String key) {

  RegisterForm {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  static RegisterForm of(Map<String, String> typed) {
    return new RegisterForm(typed, Map.of(), UUID.randomUUID().toString());
  }

  /** As it was typed, with what the API refused; the next press is another wish. */
  RegisterForm refused(Words words, Answer.Refused refused) {
    Map<String, String> all = new HashMap<>();
    all.put("", words.problem(refused.type()));
    for (Answer.Wrong error : refused.errors()) {
      List<String> parts = List.of(error.pointer().split("/", -1));
      String last =
          parts.reversed().stream().filter(p -> !p.matches("[0-9]*")).findFirst().orElse("");
      all.put(last, words.rule(error.rule()));
    }
    return new RegisterForm(typed, all, UUID.randomUUID().toString());
  }

  /** Nobody knows whether it arrived: the same press once more is the same wish. */
  RegisterForm away(Words words, String what) {
    return new RegisterForm(
        typed, Map.of("", words.say("away.unsure", words.say("away." + what))), key);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "RegisterForm[" + key + "]";
  }
}

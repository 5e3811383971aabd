package org.homeward.console.registers;

import java.util.Map;
import java.util.UUID;

/**
 * A form about an entry of a register.
 *
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 * @param key makes a repeated form of this page one command
 */
public record RegisterForm(Map<String, String> typed, Map<String, String> wrong, String key) {

  public RegisterForm {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  public static RegisterForm of(Map<String, String> typed) {
    return new RegisterForm(typed, Map.of(), UUID.randomUUID().toString());
  }

  /** As it was typed, with what is wrong and the key for its next press. */
  public RegisterForm again(Map<String, String> nowWrong, String nextKey) {
    return new RegisterForm(typed, nowWrong, nextKey);
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isTicked(String field) {
    return typed.getOrDefault(field, "").equals("true");
  }

  public String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "RegisterForm[" + key + "]";
  }
}

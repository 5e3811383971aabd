package org.homeward.intake.cases;

/**
 * Whether a case could be told to its readers, whole, also when all its reports are released. A
 * case that can't would be accepted and then known to nobody, with every freeze and end after it.
 */
@FunctionalInterface
public interface Tellable {
  boolean canBeTold(Case state);
}

/**
 * {@code ./homeward mutate}: takes each line that upholds an invariant away, and asks the tests of
 * its module that execute the line whether they notice.
 *
 * <p>{@code Mutate} is started from its source and uses nothing but the JDK; {@code TestRuns} runs
 * in a JVM with the class path of a module's tests.
 */
package org.homeward.testkit.mutation;

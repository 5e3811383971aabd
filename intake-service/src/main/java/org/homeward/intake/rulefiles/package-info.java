/** Files of rules and questions that people read and change: each refusal names its line. */
package org.homeward.intake.rulefiles;

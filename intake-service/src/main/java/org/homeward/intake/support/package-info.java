/**
 * What is needed by the person of a care file and those beside her or him, who agreed to it, what
 * was given, and the plan.
 */
package org.homeward.intake.support;

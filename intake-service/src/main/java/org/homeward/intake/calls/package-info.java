/** The log of calls: each one in or out, before there is a case, and what became of it. */
package org.homeward.intake.calls;

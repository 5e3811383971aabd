/** The card of who is on call, for any hour. */
package org.homeward.intake.oncall;

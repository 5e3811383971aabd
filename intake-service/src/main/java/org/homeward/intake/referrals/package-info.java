/**
 * Somebody of a care file is referred to a provider. A person hands over one sheet with the fewest
 * fields, by telephone or on paper; nothing is sent by the service.
 */
package org.homeward.intake.referrals;

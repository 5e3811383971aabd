/** Claims: of alerts of one case for one area, one goes out. */
package org.homeward.alert.orders.claims;

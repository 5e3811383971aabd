/** What organisations say to an alert: seen, acting, not ours; and who says nothing. */
package org.homeward.alert.orders.acknowledgements;

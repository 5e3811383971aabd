/** Previews: an author's wish, and the exact words made of it that another person approves. */
package org.homeward.alert.orders.preview;

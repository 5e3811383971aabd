/** Police desks, and the keys with which their feed readers come. */
package org.homeward.alert.police.desks;

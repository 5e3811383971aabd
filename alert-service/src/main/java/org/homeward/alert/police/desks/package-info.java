/** Police desks, and the keys by which their feed readers are recognised. */
package org.homeward.alert.police.desks;

/** Police notices: made of a case once a report is released, under an id of their own. */
package org.homeward.alert.police.notices;

/** After a restore: what only took away is done again, and nothing new goes out. */
package org.homeward.alert.restoring;

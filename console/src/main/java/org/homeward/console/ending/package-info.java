/** After a find: found, safe, told and closed, each decided for itself on a page that says so. */
package org.homeward.console.ending;

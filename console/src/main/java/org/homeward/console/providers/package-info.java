/** Pages of the directory of those who help. */
package org.homeward.console.providers;

/** The feed for police desks and the desks' administration, in HTTP. */
package org.homeward.alert.web;

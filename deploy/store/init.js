// Makes the one-member replica set and the services' users. Run at every `up`; repeating it changes
// nothing but passwords that were changed in the environment.
const host = "store:27017";
const admin = db.getSiblingDB("admin");
// Not in the arguments of mongosh: every user of the machine could read them there.
admin.auth("administrator", process.env.STORE_ADMIN_PASSWORD);

function isInitiated() {
  try {
    return rs.status().ok === 1;
  } catch (notYet) {
    if (notYet.codeName !== "NotYetInitialized") {
      throw notYet;
    }
    return false;
  }
}

if (!isInitiated()) {
  rs.initiate({ _id: "rs0", members: [{ _id: 0, host }] });
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}

// A service reaches its own database and no other.
for (const service of ["intake", "alert", "bridge", "console"]) {
  const pwd = process.env[`${service.toUpperCase()}_PASSWORD`];
  const roles = [{ role: "readWrite", db: `${process.env.HOMEWARD_NODE}_${service}` }];
  if (admin.getUser(service)) {
    admin.updateUser(service, { pwd, roles });
  } else {
    admin.createUser({ user: service, pwd, roles });
  }
  print(`${service} may read and write ${roles[0].db}`);
}

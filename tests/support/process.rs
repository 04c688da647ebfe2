//! The service as a process of its own, which tests can kill.

use std::fs::File;
use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::caller::{Caller, Credential};
use super::database::TestDatabase;
use super::document::Document;
use super::patient::Patient;

/// How long a start or a graceful stop may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// `recourse serve` with its own data folder, port and database.
pub struct Process {
    pub address: String,
    environment: Vec<(&'static str, String)>,
    log: std::path::PathBuf,
    child: Option<Child>,
}

impl Process {
    /// Prepares the process; nothing runs yet.
    pub fn new(database: &TestDatabase) -> Self {
        let listen = format!("127.0.0.1:{}", free_port());
        let folder = database.folder.path();
        let environment = vec![
            ("RECOURSE_DATA_DIR", folder.display().to_string()),
            ("RECOURSE_DATABASE_URL", database.url.clone()),
            ("RECOURSE_DATABASE_CONNECTIONS", "8".to_owned()),
            ("RECOURSE_LISTEN", listen.clone()),
            ("RECOURSE_ALLOW_LOOPBACK_WEBHOOKS", "true".to_owned()),
            ("RECOURSE_CALLS_PER_MINUTE", "1000000".to_owned()),
            ("RECOURSE_LOG", "warn".to_owned()),
        ];
        Self { address: format!("http://{listen}"), environment, log: folder.join("service.log"), child: None }
    }

    /// Sets a setting by the name of its environment variable.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.environment.push((name, value.to_string()));
        self
    }

    fn command(&self) -> Command {
        self.in_its_environment(env!("CARGO_BIN_EXE_recourse"))
    }

    /// A command that finds the settings of this process where the service itself finds them.
    pub fn in_its_environment(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().map(|(name, value)| (*name, value))).stdin(Stdio::null());
        command
    }

    /// Runs another command of the binary against the same database and gives what it printed.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = self.command().args(arguments).output().expect("the binary runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "recourse {}: {told}", arguments.join(" "));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// A client of an operator, made on the command line as the first one is.
    pub fn operator(&self) -> Patient {
        let (id, secret) = self.operator_credential();
        Patient::new(&self.address, &id, &secret)
    }

    /// The id and the secret of a new operator's client.
    pub fn operator_credential(&self) -> (String, String) {
        let told = self.run(&["operator"]);
        let value = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("the command prints {name}: {told}")).trim().to_owned()
        };
        (value("CLIENT_ID="), value("CLIENT_SECRET="))
    }

    /// A caller with these credentials, whose answers are held against the document.
    pub fn caller(&self, id: &str, secret: &str) -> Caller {
        let credential = Credential { id: id.to_owned(), secret: secret.to_owned() };
        Caller::new(self.address.clone(), Some(credential), Document::shared())
    }

    /// Starts it and waits until it is ready. Tells how long that took.
    pub async fn start(&mut self) -> Duration {
        assert!(self.child.is_none(), "it runs already");
        let log = File::options().create(true).append(true).open(&self.log).expect("a log file");
        let started = Instant::now();
        let mut command = self.command();
        command.arg("serve").stdout(log.try_clone().expect("a log file")).stderr(log);
        self.child = Some(command.spawn().expect("the binary starts"));
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        loop {
            let answer = client.get(format!("{}/ready", self.address)).send().await;
            if answer.is_ok_and(|answer| answer.status() == 200) {
                return started.elapsed();
            }
            let ended = self.child.as_mut().expect("a process").try_wait().expect("its state");
            assert!(ended.is_none(), "the service ended while it started:\n{}", self.told());
            assert!(started.elapsed() < PATIENCE, "the service does not become ready:\n{}", self.told());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }

    /// Ends it at once, with SIGKILL: nothing in it can run any more.
    pub fn kill(&mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }

    /// Asks it to stop, as a service manager does, and waits for its end.
    pub async fn stop(&mut self) -> ExitStatus {
        let mut child = self.child.take().expect("it runs");
        let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
        assert!(asked.success());
        let started = Instant::now();
        loop {
            if let Some(status) = child.try_wait().expect("its state") {
                return status;
            }
            if started.elapsed() > PATIENCE {
                // Otherwise it would outlive the test.
                let _ = child.kill();
                panic!("the service does not stop:\n{}", self.told());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Its whole log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The end of its log.
    pub fn told(&self) -> String {
        let text = self.log();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
        if std::thread::panicking() {
            eprintln!("the end of the service's log:\n{}", self.told());
        }
    }
}

/// A port below those that systems give to outgoing connections, so that nobody takes it while the service is down.
pub fn free_port() -> u16 {
    use recourse::ports::Random;
    let random = recourse::ports::OsRandom::default();
    for _ in 0..1_000 {
        let mut bytes = [0u8; 2];
        random.fill(&mut bytes);
        let port = 12_000 + u16::from_be_bytes(bytes) % 18_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no port is free");
}
